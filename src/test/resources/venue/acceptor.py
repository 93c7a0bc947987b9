"""A FIX 4.4 acceptor that knows nothing of Vesper: plain sockets, the standard library, one session at a time.

    python3 acceptor.py VENUE HOUSE [--tls cert.pem key.pem] [--password SECRET]

It prints "port N", then what it hears, one line each. What it does with an order is told by lines on standard input, which are
rules: "SYMBOL verb ..." for the next orders of a symbol, or commands that are carried out at once.

    S00 fill 30 10.5        accept, then fill 30 at 10.5 (all where it is less)
    S00 accept              accept, and let it rest
    S00 silent              know it, and say nothing
    S00 lose                forget that it ever came, once; the next time the rule before counts
    S00 drop                close the connection instead of reading it, once
    S00 reject TEXT         execution report, rejected
    S00 business TEXT       business message reject (j)
    S00 session TEXT        session level reject (3)
    S00 deaf                never answer a question about its orders
    S00 nocancel            refuse the first cancel of each order: too late
    S00 latefill 20 10.5    on a cancel: cancelled, and then a fill that was under way
    ! bust CLORDID EXECID            take back a fill (ExecType H)
    ! correct CLORDID EXECID Q P     replace a fill (ExecType G)
    ! latefill CLORDID Q P           a fill after the end
    ! drop                           close the connection
    ! quit
"""
import socket
import ssl
import sys
import threading
import time
from decimal import Decimal

SOH = "\x01"
lock = threading.RLock()
rules = {}
orders = {}
heard_ids = {}
connection = None
START = {"out": 1, "in": 1, "asked": 0}
numbers = dict(START)
store = {}
arguments = sys.argv[1:]
ME, HOUSE = arguments[0], arguments[1]
TLS = arguments[arguments.index("--tls") + 1 : arguments.index("--tls") + 3] if "--tls" in arguments else None
PASSWORD = arguments[arguments.index("--password") + 1] if "--password" in arguments else None


def say(text):
    print(text, flush=True)


def now():
    seconds = time.time()
    return time.strftime("%Y%m%d-%H:%M:%S", time.gmtime(seconds)) + ".%03d" % int(seconds * 1000 % 1000)


def encode(kind, number, fields, duplicate=None):
    head = [("35", kind), ("34", str(number)), ("49", ME), ("52", now()), ("56", HOUSE)]
    if duplicate:
        head += [("43", "Y"), ("122", duplicate)]
    body = "".join(tag + "=" + value + SOH for tag, value in head + fields)
    text = "8=FIX.4.4" + SOH + "9=" + str(len(body)) + SOH + body
    return (text + "10=%03d" % (sum(text.encode("latin-1")) % 256) + SOH).encode("latin-1")


def send(kind, *fields):
    with lock:
        number = numbers["out"]
        numbers["out"] += 1
        store[number] = (kind, list(fields), now())
        write(encode(kind, number, list(fields)))


def write(data):
    if connection is not None:
        try:
            connection.sendall(data)
        except OSError:
            pass


class Order:
    def __init__(self, message):
        self.id = message["11"]
        self.symbol = message["55"]
        self.side = message["54"]
        self.quantity = Decimal(message["38"])
        self.fills = {}
        self.status = "0"
        self.refused = 0
        self.count = 0

    def cumulative(self):
        return sum((q for q, _ in self.fills.values()), Decimal(0))

    def average(self):
        done = self.cumulative()
        return sum((q * p for q, p in self.fills.values()), Decimal(0)) / done if done else Decimal(0)

    def report(self, kind, identity, *more, client=None):
        over = self.status in "48C3"
        left = Decimal(0) if over else self.quantity - self.cumulative()
        fields = [("37", "V-" + self.id), ("11", client or self.id), ("17", identity), ("150", kind), ("39", self.status)]
        fields += [("55", self.symbol), ("54", self.side), ("38", str(self.quantity)), ("151", str(max(left, Decimal(0))))]
        fields += [("14", str(self.cumulative())), ("6", "%.4f" % self.average()), ("60", now())]
        send("8", *(fields + list(more)))

    def fill(self, quantity, price):
        self.count += 1
        identity = self.id + ".f" + str(self.count)
        self.fills[identity] = (quantity, price)
        if self.status != "4":
            self.status = "2" if self.cumulative() >= self.quantity else "1"
        self.report("F", identity, ("32", str(quantity)), ("31", str(price)), ("12", "0.01"), ("13", "3"))


def rule(symbol):
    return rules.get(symbol, [["accept"]])[-1]


def new_order(message):
    identity, symbol = message["11"], message["55"]
    heard_ids[identity] = heard_ids.get(identity, 0) + 1
    verb, *rest = rule(symbol)
    if verb == "lose":
        rules[symbol].pop()
        return
    if verb == "business":
        send("j", ("45", message["34"]), ("372", "D"), ("379", identity), ("380", "2"), ("58", " ".join(rest)))
        return
    if verb == "session":
        send("3", ("45", message["34"]), ("371", "44"), ("372", "D"), ("373", "5"), ("58", " ".join(rest)))
        return
    if identity in orders:
        say("duplicate " + identity + " possresend " + message.get("97", "N"))
        orders[identity].report("I", identity + ".i")
        return
    order = orders[identity] = Order(message)
    if verb in ("silent", "deaf"):
        return
    if verb == "reject":
        order.status = "8"
        order.report("8", identity + ".r", ("103", "0"), ("58", " ".join(rest)))
        return
    order.report("0", identity + ".n")
    if verb == "fill":
        order.fill(min(Decimal(rest[0]), order.quantity), Decimal(rest[1]))


def cancel(message):
    order = orders.get(message["41"])
    client = message["11"]
    if order is None or order.status in "248":
        status, reason = ("8", "1") if order is None else (order.status, "0")
        refuse(message, status, reason)
        return
    verb, *rest = rule(order.symbol)
    if verb == "nocancel" and order.refused == 0:
        order.refused = 1
        refuse(message, order.status, "0")
        return
    order.status = "4"
    order.report("4", client + ".x", ("41", order.id), client=client)
    if verb == "latefill":
        order.fill(Decimal(rest[0]), Decimal(rest[1]))


def refuse(message, status, reason):
    send("9", ("37", "NONE"), ("11", message["11"]), ("41", message["41"]), ("39", status), ("434", "1"), ("102", reason))


def status(message):
    identity = message["11"]
    order = orders.get(identity)
    if order is not None and rule(order.symbol)[0] == "deaf":
        return
    if order is not None:
        order.report("I", identity + ".i")
        return
    send("8", ("37", "NONE"), ("11", identity), ("17", identity + ".i"), ("150", "I"), ("39", "8"), ("103", "5"),
         ("55", message["55"]), ("54", message["54"]), ("151", "0"), ("14", "0"), ("6", "0"), ("60", now()))


def resend(message):
    start, end = int(message["7"]), int(message["16"])
    last = numbers["out"] - 1 if end == 0 else min(end, numbers["out"] - 1)
    number = start
    while number <= last:
        kind, fields, stamp = store.get(number, ("0", [], now()))
        if kind in "A0125":
            following = number + 1
            while following <= last and store.get(following, ("0",))[0] in "A0125":
                following += 1
            write(encode("4", number, [("123", "Y"), ("36", str(following))], duplicate=stamp))
            number = following
        else:
            write(encode(kind, number, fields, duplicate=stamp))
            number += 1


def handle(message):
    """False where the connection is to be closed."""
    kind, number = message["35"], int(message["34"])
    if kind == "A":
        numbers["asked"] = 0
        if PASSWORD is not None and message.get("554") != PASSWORD:
            say("wrong password")
            send("5", ("58", "not let in"))
            return False
        say("logon " + message.get("553", "-") + (" with a password" if "554" in message else ""))
        if message.get("141") == "Y":
            numbers.update(START)
            store.clear()
        elif number < numbers["in"]:
            send("5", ("58", "MsgSeqNum too low, expecting %d but received %d" % (numbers["in"], number)))
            return False
        send("A", ("98", "0"), ("108", message["108"]), *([("141", "Y")] if message.get("141") == "Y" else []))
    if kind == "4":
        numbers["in"] = max(numbers["in"], int(message["36"]))
        return True
    if number > numbers["in"]:
        if kind == "2":  # first what the other side lacks: who waits for its own gap to be filled waits for ever
            resend(message)
        if numbers["asked"] <= numbers["in"]:
            numbers["asked"] = number
            send("2", ("7", str(numbers["in"])), ("16", "0"))
        return True
    if number < numbers["in"]:
        return True
    if kind == "D" and rule(message["55"])[0] == "drop":
        rules[message["55"]].pop()
        say("dropped " + message["11"])
        return False
    numbers["in"] += 1
    if kind in "DFH":
        tags = "|".join(tag + "=" + message[tag] for tag in ("11", "41", "97", "1", "207") if tag in message)
        say(kind + " " + tags)
    if kind == "1":
        send("0", ("112", message["112"]))
    elif kind == "2":
        resend(message)
    elif kind == "5":
        send("5")
        return False
    elif kind == "D":
        new_order(message)
    elif kind == "F":
        cancel(message)
    elif kind == "H":
        status(message)
    return True


def messages(peer):
    data = b""
    while True:
        end = data.find(b"\x0110=")
        while end < 0 or len(data) < end + 8:
            more = peer.recv(65536)
            if not more:
                return
            data += more
            end = data.find(b"\x0110=")
        whole, data = data[: end + 8], data[end + 8 :]
        yield dict(part.split("=", 1) for part in whole.decode("latin-1").split(SOH) if "=" in part)


def close():
    global connection
    with lock:
        if connection is not None:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            connection.close()
            connection = None


def commands():
    for line in sys.stdin:
        words = line.split()
        if not words:
            continue
        with lock:
            if words[0] != "!":
                rules.setdefault(words[0], [["accept"]]).append(words[1:])
            elif words[1] == "drop":
                close()
            elif words[1] == "quit":
                break
            else:
                act(words[1], orders[words[2]], words[3:])
        say("did " + line.strip())
    close()
    import os

    os._exit(0)


def act(verb, order, rest):
    if verb == "latefill":
        order.fill(Decimal(rest[0]), Decimal(rest[1]))
    elif verb == "bust":
        quantity, price = order.fills.pop(rest[0])
        if order.status == "2":
            order.status = "1" if order.fills else "0"
        order.report("H", rest[0] + ".bust", ("19", rest[0]), ("32", str(quantity)), ("31", str(price)))
    elif verb == "correct":
        order.fills.pop(rest[0])
        identity = rest[0] + ".c"
        order.fills[identity] = (Decimal(rest[1]), Decimal(rest[2]))
        order.report("G", identity, ("19", rest[0]), ("32", rest[1]), ("31", rest[2]))


def main():
    global connection
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", 0))
    listener.listen(4)
    say("port %d" % listener.getsockname()[1])
    threading.Thread(target=commands, daemon=True).start()
    while True:
        peer, _ = listener.accept()
        try:
            if TLS:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(TLS[0], TLS[1])
                peer = context.wrap_socket(peer, server_side=True)
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = peer
            for message in messages(peer):
                with lock:
                    going_on = handle(message)
                if not going_on:
                    break
        except OSError as gone:
            say("broken " + type(gone).__name__)
        close()


main()
