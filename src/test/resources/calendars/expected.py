"""Writes the expected closures and early closes beside this file, from a peer: never product or CI.

    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install exchange_calendars==4.13.2
    /tmp/peer/bin/python expected.py

A line is a Monday to Friday without a session, or a session that ends early: `2026-11-27 13:00`.
"""

import pathlib

import exchange_calendars
import pandas

FROM = {"XNYS": "1995-01-01"}
UNTIL = "2040-12-31"

for code in ["XNYS", "XLON", "XETR", "XPAR", "XSWX", "XTSE"]:
    start = FROM.get(code, "2010-01-01")
    calendar = exchange_calendars.get_calendar(code, start=start, end=UNTIL)
    sessions = set(calendar.sessions)
    early = {day: calendar.closes[day].tz_convert(calendar.tz).strftime("%H:%M") for day in calendar.early_closes}
    lines = []
    for day in pandas.bdate_range(start, UNTIL):
        if day not in sessions:
            lines.append(f"{day:%Y-%m-%d} closed")
        elif day in early:
            lines.append(f"{day:%Y-%m-%d} {early[day]}")
    assert all(day.weekday() < 5 for day in sessions)
    path = pathlib.Path(__file__).with_name(code + ".txt")
    path.write_text("\n".join([f"{start} to {UNTIL}", *lines]) + "\n")
    print(path, len(lines))
