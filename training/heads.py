"""What the encoder reads: one head for each, with its labels. The order of labels is part of the model file."""

from collections import namedtuple

import muc4
import paragraphs

# kind: 'bio' tags pieces, 'one' chooses a label for a piece, 'any' says yes or no to each label of a piece, 'text' to each label of the text
Head = namedtuple("Head", "kind labels weight")
BIO = ["O", "B", "I"]
BY = ["self", "report", "other"]


def heads(muc_values):
    """muc_values: attribute of a MUC filler -> its values, as the training documents have them."""
    found = {f"muc_{role}": Head("bio", BIO, 1.0) for role in [*muc4.ROLES, "loc"]}
    found["muc_type"] = Head("any", muc4.TYPES, 0.3)
    for name, labels in muc_values.items():
        found[name] = Head("one", labels, 0.1)
    found["doc_types"] = Head("text", muc4.TYPES, 0.3)
    for name in paragraphs.MARKS:
        found[name] = Head("bio", BIO, 1.0)
    found["trigger_type"] = Head("one", paragraphs.TRIGGERS, 0.3)
    found["stance"] = Head("any", paragraphs.STANCES, 0.5)
    found["by"] = Head("any", BY, 0.3)
    found["effect"] = Head("one", paragraphs.EFFECTS, 0.2)
    found["speaker_role"] = Head("one", paragraphs.SPEAKER_ROLES, 0.2)
    found["evidence_kind"] = Head("one", paragraphs.EVIDENCE, 0.2)
    found["relation"] = Head("one", paragraphs.RELATIONS, 0.3)
    found["presence_polarity"] = Head("one", paragraphs.POLARITIES, 0.3)
    found["strength"] = Head("one", paragraphs.STRENGTHS, 0.3)
    return found


# head that says more of a mark -> the mark whose pieces it is read off
MORE = {"trigger_type": "trigger", "effect": "victim", "speaker_role": "speaker", "evidence_kind": "evidence",
        "presence_polarity": "presence", "strength": "capability"}
