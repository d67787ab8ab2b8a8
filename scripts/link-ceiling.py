#!/usr/bin/env python3
"""How well a set of make_two_source.py could be linked by somebody who is given every rate of the generator.

A ceiling to hold docs/evaluation/link-large.md against, never a linker: it is given what no user can know. Each possible
link is weighed by the exact chance that the generator writes the row of b.csv from the incident; a row of b.csv comes from
exactly one incident, an incident has no, one or two of them; solved by message passing. Printed twice: with the incidents
that are missing from a.csv as likely as the others around them, and with all of them given.

usage: link-ceiling.py SET GED_CSV[.gz] [--from 1989] [--to 2020] [--limit N] [--generator ../shared/data/benchmarks]
Needs numpy. Takes minutes for 100,000 incidents.
"""
import argparse, collections, csv, datetime, functools, gzip, math, os, sys
import numpy as np

ap = argparse.ArgumentParser()
ap.add_argument("set"); ap.add_argument("ged")
ap.add_argument("--from", dest="first", type=int, default=1989); ap.add_argument("--to", dest="last", type=int, default=2020)
ap.add_argument("--limit", type=int, default=0); ap.add_argument("--generator", default="../shared/data/benchmarks")
o = ap.parse_args()
sys.path.insert(0, o.generator)
import make_two_source as g

DAYS = 30                       # around a row, for how much of what is missing lies there
with (gzip.open if o.ged.endswith(".gz") else open)(o.ged, "rt", encoding="utf-8", newline="") as f:
    ev = [r for r in csv.DictReader(f) if o.first <= int(r["year"]) <= o.last]
ev.sort(key=lambda r: (int(r["year"]), int(r["month"]), int(r["day"]), int(r["id"])))
ev = ev[-o.limit:] if o.limit else ev
read = lambda name: list(csv.DictReader(open(os.path.join(o.set, name), encoding="utf-8", newline="")))
A = {r["id"] for r in read("a.csv")}
B = read("b.csv")
truth = {(r["a_id"], r["b_id"]) for r in read("truth.csv")}

cell, who = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
for r in ev:
    la, lo = float(r["latitude"]), float(r["longitude"])
    cell[(r["country"], round(la * 2), round(lo * 2))][(la, lo)] += 1
    cell[(r["country"], round(la / 1.5), round(lo / 1.5), "p")][(la, lo)] += 1
    who[r["country"]].update([r["side_a"], r["side_b"]])


def names(side, country):
    """The names that a party may be given, each with its chance."""
    if side in g.ALIAS:
        return [(x, 1 / len(g.ALIAS[side])) for x in g.ALIAS[side]]
    if side.startswith("Government of "):
        c = side[len("Government of "):]
        return [(x, .25) for x in ("Military Forces of " + c, "Police Forces of " + c, side, c + " security forces")]
    return [(side, .6), ("%s (%s)" % (side, country), .4)]


@functools.lru_cache(None)
def anybody(country):
    d, n = collections.Counter(), sum(who[country].values())
    for side, k in who[country].items():
        for x, p in [("Unidentified Armed Group (%s)" % country, 1)] if side == "Civilians" else names(side, country):
            d[x] += p * k / n
    return d


@functools.lru_cache(None)
def named(side, country):
    if side == "Civilians":
        return {"Civilians (%s)" % country: .7, "Civilians": .3}
    how, d = dict(g.ACTOR), collections.Counter()
    for x, p in names(side, country):
        d[x] += how["alias"] * p
    d["Unidentified Armed Group (%s)" % country] += how["unidentified"]
    for x, p in anybody(country).items():
        d[x] += how["other"] * p
    return dict(d)


@functools.lru_cache(None)
def actors(side_a, side_b, country, first, second):
    p, q = named(side_a, country), named(side_b, country)
    straight, crossed = p.get(first, 0) * q.get(second, 0), p.get(second, 0) * q.get(first, 0)
    if first.startswith("Civilians") or second.startswith("Civilians"):
        return straight
    return (1 - g.SWAP) * straight + g.SWAP * crossed


def spread(best, low, high, x):
    """Chance of x as best times an even share of low..high, rounded."""
    if best == 0:
        return float(x == 0)
    return max(0, min((x + .5) / best, high) - max((x - .5) / best, low)) / (high - low)


@functools.lru_cache(None)
def deaths(low, best, high, x):
    how = dict(g.DEATHS)
    if x == "":
        return how["blank"]
    x = int(x)
    span = (low <= x <= high) / (high - low + 1) if high > low else spread(best, .8, 1.2, x)
    return how["same"] * (x == best) + how["range"] * span + how["half"] * spread(best, .5, 1.5, x)


date = {k: p for k, p in g.DATE if k is not None}
far = dict(g.DATE)[None] / 10
place, kind = dict(g.PLACE), {k: dict(v) for k, v in g.TYPE.items()}
day = np.array([datetime.date(int(r["year"]), int(r["month"]), int(r["day"])).toordinal() for r in ev])
lat, lon = (np.array([float(r[c]) for r in ev]) for c in ("latitude", "longitude"))
usual = lambda key: np.array([[round(v * 1e4) for v in cell[key(r["country"], float(r["latitude"]), float(r["longitude"]))].most_common(1)[0][0]] for r in ev])
town = usual(lambda c, y, x: (c, round(y * 2), round(x * 2)))
capital = usual(lambda c, y, x: (c, round(y / 1.5), round(x / 1.5), "p"))
tolls = [tuple(int(float(r[c])) for c in ("low_death", "best_death", "high_death")) for r in ev]
in_a = np.array(["A" + r["id"] in A for r in ev])
of = collections.defaultdict(list)
for i, r in enumerate(ev):
    of[r["country"]].append(i)
of = {c: np.array(rows) for c, rows in of.items()}
event, row, chance, missing = [], [], [], np.zeros(len(B))
for j, b in enumerate(B):
    d = datetime.date.fromisoformat(b["date"]).toordinal()
    near = of[b["country"]]
    near = near[slice(*np.searchsorted(day[near], [d - DAYS, d + DAYS + 1]))]
    y, x, precision = float(b["latitude"]), float(b["longitude"]), b["geo_precision"]
    dy, dx, narrow = np.abs(y - lat[near]), np.abs(x - lon[near]), np.maximum(.2, np.cos(np.radians(lat[near])))
    p = np.zeros(len(near))     # chance of this very point, four digits after the dot
    if precision == "1":
        p += place["same"] * ((dy <= .00405) & (dx <= .00405)) * 1e-8 / .008 ** 2
    if precision in "12":
        km = np.hypot(dy * 111.2, dx * 111.2 * narrow)
        p += place["near"] / 2 * ((km >= 1) & (km <= 15)) / (14 * 2 * math.pi * np.maximum(km, .5)) * 1e-8 * 111.2 ** 2 * narrow
    for size, points, code in (("town", town, "2"), ("province", capital, "3")):
        if precision == code:
            p += place[size] * (points[near] == (round(y * 1e4), round(x * 1e4))).all(axis=1)
    for k in np.nonzero(p)[0]:
        i = near[k]; r = ev[i]; apart = int(d - day[i])
        f = p[k] * deaths(*tolls[i], b["fatalities"]) * kind[r["type_of_violence"][:5].lower()].get(b["event_type"], 0) \
            * actors(r["side_a"], r["side_b"], b["country"], b["actor1"], b["actor2"])
        if f == 0:
            continue
        missing[j] += in_a[i] * f * (1 - g.KEEP_A) / g.KEEP_A / (2 * DAYS + 1)
        f *= date.get(apart, far if 3 <= abs(apart) <= 7 else 0)
        if f:
            event.append(i); row.append(j); chance.append(f)
event, row, chance = np.array(event), np.array(row), np.array(chance)
true = np.array([("A" + ev[i]["id"], B[j]["id"]) in truth for i, j in zip(event, row)])
once, twice = g.KEEP_B * (1 - g.TWICE_B), g.KEEP_B * g.TWICE_B


def marginals(event, row, chance, other):
    def summed(by, x, n):
        return np.bincount(by, weights=x, minlength=n)[by]
    back = np.ones(len(chance))
    for _ in range(40):
        weight = chance * back
        odds = np.minimum(chance / np.maximum(summed(row, weight, len(B)) + other[row] - weight, 1e-300), 1e30)
        rest = np.maximum(summed(event, odds, len(ev)) - odds, 0)
        both = np.maximum((rest ** 2 - np.maximum(summed(event, odds ** 2, len(ev)) - odds ** 2, 0)) / 2, 0)
        back = np.sqrt(back * (once + 2 * twice * rest) / (1 - g.KEEP_B + once * rest + 2 * twice * both))
    weight = chance * back
    return weight / (summed(row, weight, len(B)) + other[row])


for given, keep, other in (("rates given", in_a[event], missing * g.KEEP_B), ("rates and missing incidents given", np.ones(len(event), bool), np.zeros(len(B)))):
    m = marginals(event[keep], row[keep], chance[keep], other)
    m, right = m[in_a[event[keep]]], true[keep][in_a[event[keep]]]
    f1 = lambda t: 2 * right[m >= t].sum() / ((m >= t).sum() + len(truth))
    best = max(np.arange(.2, .8, .01), key=f1)
    print("%s: F1 %.4f at 0.5, %.4f at best (%.2f); true pairs %d, expected %.0f" % (given, f1(.5), f1(best), best, len(truth), m.sum()))
