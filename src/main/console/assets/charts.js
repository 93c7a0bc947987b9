// Draws the figures marked data-chart with ECharts, from the same answers that the API gives. Without it the tables say it all.
(() => {
  "use strict";
  if (typeof echarts === "undefined") return;

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const percent = (share) => Math.round(share * 10000) / 100;
  const millis = (time) => { // 09:30:00.000, as market time is written
    const [hours, minutes, seconds] = time.split(":");
    return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  };
  const clock = (time) => new Date(time).toISOString().slice(11, 16);
  const plain = (value) => value.toLocaleString("en-GB", { maximumFractionDigits: 4 });

  const base = () => {
    const axis = {
      axisLabel: { color: colour("--quiet") },
      axisLine: { lineStyle: { color: colour("--line") } },
      splitLine: { lineStyle: { color: colour("--line") } },
      nameTextStyle: { color: colour("--quiet") },
    };
    return {
      axis,
      option: {
        animation: !still.matches,
        animationDuration: 250,
        textStyle: { color: colour("--ink"), fontFamily: "system-ui, sans-serif" },
        grid: { left: 12, right: 16, top: 60, bottom: 8, containLabel: true },
        legend: { top: 0, left: 0, textStyle: { color: colour("--ink") } },
        tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: colour("--paper"), borderColor: colour("--line"), textStyle: { color: colour("--ink") } },
      },
    };
  };

  const draw = {
    exposures(lines) {
      const { axis, option } = base();
      const shown = lines.slice(0, 24);
      const currencies = new Set(shown.map((line) => line.currency));
      const bars = (name, key, fill) => ({ name, type: "bar", itemStyle: { color: fill }, data: shown.map((line) => percent(line[key])) });
      return {
        ...option,
        xAxis: { ...axis, type: "category", splitLine: { show: false }, axisLabel: { ...axis.axisLabel, rotate: shown.length > 6 ? 30 : 0, interval: 0 },
          data: shown.map((line) => (currencies.size > 1 ? line.currency + " " : "") + line.name) },
        yAxis: { ...axis, type: "value", name: "%" },
        series: [bars("before", "shareBefore", colour("--quiet")), bars("after", "shareAfter", colour("--busy")), bars("filled", "shareFilled", colour("--good"))],
      };
    },

    order(children, figure) {
      const { axis, option } = base();
      const sent = [], filled = [], prices = [];
      let all = 0, done = 0;
      for (const child of children) {
        all += Number(child.quantity);
        sent.push([millis(child.sent), all]);
      }
      const fills = children.flatMap((child) => child.fills).sort((a, b) => millis(a.at) - millis(b.at));
      for (const fill of fills) {
        done += Number(fill.quantity);
        filled.push([millis(fill.at), done]);
        prices.push([millis(fill.at), Number(fill.price)]);
      }
      const arrival = Number(figure.dataset.arrival);
      const line = (name, data, ink, more) => ({ name, type: "line", data, showSymbol: data.length < 40, lineStyle: { color: ink, width: 2 }, itemStyle: { color: ink }, ...more });
      return {
        ...option,
        xAxis: { ...axis, type: "value", min: "dataMin", max: "dataMax", axisLabel: { ...axis.axisLabel, formatter: clock }, axisPointer: { label: { formatter: (at) => clock(at.value) } }, splitLine: { show: false } },
        yAxis: [{ ...axis, type: "value", name: "units" }, { ...axis, type: "value", name: "price", scale: true, splitLine: { show: false }, min: (of) => Math.min(of.min, arrival), max: (of) => Math.max(of.max, arrival) }],
        series: [
          line("sent", sent, colour("--quiet"), { step: "end" }),
          line("filled", filled, colour("--good"), { step: "end" }),
          line("price of fills", prices, colour("--busy"), {
            yAxisIndex: 1,
            markLine: { silent: true, symbol: "none", label: { formatter: "arrival " + plain(arrival), color: colour("--ink"), position: "insideEndTop" }, lineStyle: { color: colour("--warn"), type: "dashed" }, data: [{ yAxis: arrival }] },
          }),
        ],
      };
    },

    schedule(slices) {
      const { axis, option } = base();
      const from = [millis(slices[0].from), 0];
      const until = (key) => [from, ...slices.filter((slice) => slice[key] !== null).map((slice) => [millis(slice.until), Number(slice[key])])];
      const line = (name, key, ink, more) => ({ name, type: "line", data: until(key), showSymbol: slices.length < 40, lineStyle: { color: ink, width: 2, ...more }, itemStyle: { color: ink } });
      return {
        ...option,
        xAxis: { ...axis, type: "value", min: "dataMin", max: "dataMax", axisLabel: { ...axis.axisLabel, formatter: clock }, axisPointer: { label: { formatter: (at) => clock(at.value) } }, splitLine: { show: false } },
        yAxis: { ...axis, type: "value", name: "units" },
        series: [line("planned", "planned", colour("--quiet"), { type: "dashed" }), line("filled", "filled", colour("--good"))],
      };
    },

    volume(runs, figure) {
      const { axis, option } = base();
      const days = new Map();
      for (const run of runs) { // newest first: of a date the newest run
        const product = run.products.find((one) => one.product === figure.dataset.product);
        if (product && !days.has(run.date)) days.set(run.date, product);
      }
      if (days.size < 2) return null; // nothing to compare
      const dates = [...days.keys()].sort();
      return {
        ...option,
        xAxis: { ...axis, type: "category", data: dates, splitLine: { show: false } },
        yAxis: [
          { ...axis, type: "value", name: "delivered", nameTextStyle: { ...axis.nameTextStyle, align: "left" } },
          { ...axis, type: "value", name: "set aside", nameTextStyle: { ...axis.nameTextStyle, align: "right" }, minInterval: 1, splitLine: { show: false } },
        ],
        series: [
          { name: "rows delivered", type: "bar", itemStyle: { color: colour("--paper"), borderColor: colour("--busy"), borderWidth: 1.5 }, data: dates.map((date) => days.get(date).rows) },
          { name: "set aside", type: "line", yAxisIndex: 1, symbolSize: 7, lineStyle: { color: colour("--warn"), width: 2 }, itemStyle: { color: colour("--warn") }, data: dates.map((date) => days.get(date).setAside) },
        ],
      };
    },

    runs(runs) {
      const { axis, option } = base();
      const took = runs.filter((one) => one.stages.length > 0 && one.stages.every((stage) => stage.finishedAt)).reverse();
      if (took.length < 2) return null; // nothing to compare
      const seconds = took.map((one) => one.stages.reduce((sum, stage) => sum + (Date.parse(stage.finishedAt) - Date.parse(stage.startedAt)) / 1000, 0));
      const sorted = [...seconds].sort((a, b) => a - b);
      const median = sorted.length ? sorted[Math.floor(sorted.length / 2)] : 0;
      return {
        ...option,
        legend: undefined,
        xAxis: { ...axis, type: "category", data: took.map((one) => one.run.id), splitLine: { show: false } },
        yAxis: { ...axis, type: "value", name: "s" },
        series: [{
          name: "seconds at work", type: "bar", itemStyle: { color: colour("--busy") }, data: seconds.map((value) => Math.round(value * 10) / 10),
          markLine: { silent: true, symbol: "none", label: { formatter: "usual " + plain(Math.round(median * 10) / 10) + " s", color: colour("--ink"), position: "insideEndTop" }, lineStyle: { color: colour("--warn"), type: "dashed" }, data: [{ yAxis: median }] },
        }],
      };
    },
  };

  const show = async (figure) => {
    const answer = await fetch(figure.dataset.figures, { cache: "no-store" });
    if (!answer.ok) return;
    const facts = await answer.json();
    const make = draw[figure.dataset.chart];
    if (!make || facts.length === 0 || make(facts, figure) === null) return;
    figure.hidden = false;
    const canvas = figure.querySelector(".canvas");
    const chart = echarts.getInstanceByDom(canvas) || echarts.init(canvas, null, { renderer: "svg" });
    const paint = () => chart.setOption(make(facts, figure), true);
    paint();
    if (figure.dataset.drawn) return;
    figure.dataset.drawn = "yes";
    new ResizeObserver(() => chart.resize()).observe(canvas);
    dark.addEventListener("change", paint);
    still.addEventListener("change", paint);
  };

  const all = () => { for (const figure of document.querySelectorAll("[data-chart]")) show(figure).catch(() => {}); };
  all();
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "watch") all(); }); // what happened since is drawn too
})();
