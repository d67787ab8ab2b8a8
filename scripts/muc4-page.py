"""Writes docs/evaluation/muc4.md from the scores and the result file of scripts/evaluate-muc4."""

import json
import sys

scores = json.load(open(sys.argv[1], encoding="utf-8"))
head = [line.rstrip() for line in open(sys.argv[2], encoding="utf-8")]
head = head[: head.index("", 12) if "" in head[12:] else 14]
full = scores["FULL"]

print("# MUC-4, TST1 and TST2\n")
print("Written by `scripts/evaluate-muc4`; the whole report is in [bench/results](../../bench/results). The encoder and the second stage were")
print("trained on the 1300 training documents; TST1 and TST2 served as development set, and the cuts of the second stage were tuned on them, so these are no test figures. The test half")
print("(TST3, TST4) was not looked at. What cuts tuned on one of the two do on the other is in the report of `scripts/train-muc4` there.\n")
print("```")
print("\n".join(line for line in head if line))
print("```\n")
print("| figure | precision | recall | F1 | reach | best published |")
print("| --- | ---: | ---: | ---: | ---: | --- |")
for name, part, reach, best in (("CEAF-REE", scores["CEAF-REE"]["micro"], "58", "57.8, test set"), ("GTT", scores["GTT"]["micro"], "51", "54.3, test set")):
    print(f"| {name} | {part['P']:.1f} | {part['R']:.1f} | **{part['F1']:.1f}** | {reach} | {best} |")
for name, key, reach, best in (("full slots, all templates", "ALL TEMPLATES", "56", "55.9 and 57.2, TST3 and TST4"),
                               ("organisation and confidence, strict", "ORG+CONFIDENCE STRICT", "48", "37.7, test set")):
    part = full[key]
    print(f"| {name} | {part['PRE']:.1f} | {part['REC']:.1f} | **{part['F']:.1f}** | {reach} | {best} |")
print("\n| role | CEAF-REE P | R | F1 | GTT P | R | F1 |")
print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
for role in ("incident_type", "PerpInd", "PerpOrg", "Target", "Victim", "Weapon"):
    ree = scores["CEAF-REE"].get(role)
    gtt = scores["GTT"][role]
    left = f"{ree['P']:.1f} | {ree['R']:.1f} | {ree['F1']:.1f}" if ree else "| |"
    print(f"| {role} | {left} | {gtt['P']:.1f} | {gtt['R']:.1f} | {gtt['F1']:.1f} |")
print("\n| slot | recall | precision | F |")
print("| --- | ---: | ---: | ---: |")
for slot, part in full.items():
    if "POS" in part and part.get("F") is not None and slot != "ORG+CONFIDENCE STRICT":
        print(f"| {slot} | {part['REC'] or 0:.1f} | {part['PRE'] or 0:.1f} | {part['F']:.1f} |")
