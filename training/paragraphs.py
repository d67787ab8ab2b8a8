"""The annotated paragraphs of training/paragraphs: reading and checking them. The marks are explained in training/README.md.

    python3 training/paragraphs.py check FILE...
"""

import re
import sys
from collections import Counter, namedtuple
from pathlib import Path

TRIGGERS = ["bombing", "suicide-bombing", "shelling", "airstrike", "armed-assault", "assassination", "clash", "abduction", "execution",
            "raid-or-arrest", "chemical-attack", "arson", "sabotage", "looting", "sexual-violence", "mob-violence", "unrest", "campaign",
            "other"]
STANCES = ["claimed", "stated", "accused", "suspected", "denied", "doubted"]
EFFECTS = ["killed", "wounded", "killed-or-wounded", "abducted", "arrested", "unharmed", "released", "threatened", "unknown"]
SPEAKER_ROLES = ["party", "official", "security", "witness", "expert", "monitor", "medium", "ngo", "un", "victim-side", "other"]
EVIDENCE = ["none", "cited"]
RELATIONS = ["hostile", "allied", "tacit-alliance", "sponsoring", "tolerating", "negotiating", "splitting"]
POLARITIES = ["affirmed", "denied", "doubted"]
STRENGTHS = ["strong", "weak", "rising", "declining", "defeated"]

# mark -> (letter of the id that it carries, values of its second word or None)
MARKS = {
    "trigger": ("e", TRIGGERS), "perp": ("e", STANCES), "person": ("e", None), "unclaimed": ("e", None), "target": ("e", None),
    "victim": ("e", EFFECTS), "weapon": ("e", None), "place": ("e", None), "time": ("e", None), "speaker": ("s", SPEAKER_ROLES),
    "cue": ("s", None), "evidence": ("e", EVIDENCE), "subject": ("r", RELATIONS), "object": ("r", RELATIONS),
    "presence": ("p", POLARITIES), "capability": ("p", STRENGTHS),
}

Paragraph = namedtuple("Paragraph", "id genre text marks")
Mark = namedtuple("Mark", "start end name of value by")


class Fault(Exception):
    pass


def read(paths):
    """All paragraphs of the files, in order; a fault names its file, paragraph and what was expected."""
    found = []
    for path in sorted(map(str, paths)):
        source = Path(path).read_text(encoding="utf-8")
        for block in re.split(r"(?m)^(?===\s)", source)[1:]:
            head, _, body = block.partition("\n")
            found.append(paragraph(path, head, body))
    return found


def paragraph(path, head, body):
    parts = [part.strip() for part in head.lstrip("= ").split("|")]
    where = f"{path}: {parts[0]}"
    if len(parts) < 2 or not re.fullmatch("[a-z-]+", parts[1]):
        raise Fault(f"{where}: the head should be '== id | genre | note'; it is '{head}'")
    marked = " ".join(line.strip() for line in body.splitlines() if not line.startswith("#"))
    marked = re.sub(r"\s+", " ", marked).strip()
    text, marks = [], []
    read_until(marked, 0, text, marks, where, depth=0)
    text = "".join(text)
    return Paragraph(parts[0], parts[1], text, sorted({trimmed(one, text) for one in marks}, key=str))


def trimmed(one, text):
    """Without what may or may not stand before a name or a number: "the", "at least"."""
    if one.name in ("time", "evidence", "unclaimed", "cue"):
        return one
    words = text[one.start:one.end]
    lead = re.match(r"(?i)(?:(?:a|an|the|its|their|at least|about|around|some|up to|more than|over|nearly|almost|as many as)\s+)+(?=\S)", words)
    return one._replace(start=one.start + lead.end()) if lead else one


def read_until(marked, at, text, marks, where, depth):
    """Copies characters until this mark's bar or the end; returns where it stopped."""
    while at < len(marked):
        char = marked[at]
        if char == "{":
            start = length(text)
            at = read_until(marked, at + 1, text, marks, where, depth + 1)
            close = marked.find("}", at)
            if at >= len(marked) or marked[at] != "|" or close < 0:
                raise Fault(f"{where}: a mark opens and does not end as '|label}}' near '{marked[max(0, at - 40):at + 20]}'")
            words = "".join(text)[start:]
            for label in marked[at + 1:close].split(";"):
                marks.append(mark(start, length(text), label.split(), where, words))
            at = close + 1
        elif char == "|" and depth:
            return at
        elif char in "|}":
            raise Fault(f"{where}: '{char}' outside a mark near '{marked[max(0, at - 40):at + 20]}'")
        else:
            text.append(char)
            at += 1
    if depth:
        raise Fault(f"{where}: a mark is never closed")
    return at


def length(text):
    return sum(map(len, text))


def mark(start, end, label, where, words):
    at = f"{where}: '{words}'"
    if not words.strip() or words != words.strip():
        raise Fault(f"{at}: a mark holds words without blanks around them")
    if not label or label[0] not in MARKS:
        raise Fault(f"{at}: no mark is called '{' '.join(label)}'; known are {', '.join(MARKS)}")
    letter, values = MARKS[label[0]]
    rest = [part for part in label[1:] if not part.startswith("by=")]
    by = next((part[3:] for part in label[1:] if part.startswith("by=")), None)
    if not rest or not re.fullmatch(letter + r"\d+", rest[0]):
        raise Fault(f"{at}: '{label[0]}' is followed by an id such as {letter}1; found '{' '.join(label)}'")
    if len(rest) != (1 if values is None else 2) or values is not None and rest[1] not in values:
        raise Fault(f"{at}: '{label[0]} {rest[0]}' should have {'no value' if values is None else 'one of ' + ', '.join(values)}; found '{' '.join(rest[1:])}'")
    if by is not None and by != "self" and not re.fullmatch(r"s\d+", by):
        raise Fault(f"{at}: by= names a speaker (s1) or self; found '{by}'")
    return Mark(start, end, label[0], rest[0], rest[1] if values else None, by)


def check(found):
    """Faults across a paragraph: speakers named but not marked, incidents without a trigger, doubled ids."""
    faults = []
    for number, times in Counter(one.id for one in found).items():
        if times > 1:
            faults.append(f"{number}: {times} paragraphs have this id")
    for one in found:
        speakers = {m.of for m in one.marks if m.name == "speaker"}
        triggers = {m.of for m in one.marks if m.name == "trigger"}
        for m in one.marks:
            words = one.text[m.start:m.end]
            if m.by not in (None, "self") and m.by not in speakers:
                faults.append(f"{one.id}: '{words}': by={m.by}, but no speaker {m.by} is marked")
            if MARKS[m.name][0] == "e" and m.of not in triggers:
                faults.append(f"{one.id}: '{words}': {m.of} has no trigger")
    return faults


def main(arguments):
    if not arguments or arguments[0] != "check":
        sys.exit("usage: paragraphs.py check FILE...")
    faults, found = [], []
    for path in arguments[1:]:
        for block in re.split(r"(?m)^(?===\s)", Path(path).read_text(encoding="utf-8"))[1:]:
            try:
                head, _, body = block.partition("\n")
                found.append(paragraph(path, head, body))
            except Fault as fault:
                faults.append(str(fault))
    faults += check(found)
    print("\n".join(faults))
    counts = Counter(m.name + (f" {m.value}" if m.value else "") for one in found for m in one.marks)
    print(f"{len(found)} paragraphs, {sum(not one.marks for one in found)} with nothing to mark, {len(faults)} faults")
    print("\n".join(f"{count:6d}  {name}" for name, count in sorted(counts.items())))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main(sys.argv[1:])
