"""Word pieces of a text with the place of each, as BERT's uncased vocabulary cuts them.

org.ascribe.extract.model.WordPieces does the same in Java; training/check_pieces.py holds the two against each other.
"""

import unicodedata

LONGEST_WORD = 100


class WordPieces:
    def __init__(self, vocabulary):
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.start, self.end, self.unknown, self.mask = (self.ids[name] for name in ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))

    def cut(self, text):
        """Returns the ids and, for each, (start, end) in the text; no [CLS] or [SEP]."""
        ids, spans = [], []
        for start, end in words(text):
            plain, origin = folded(text, start, end)
            if plain:
                self.cut_word(plain, origin, ids, spans)
        return ids, spans

    def cut_word(self, plain, origin, ids, spans):
        if len(plain) > LONGEST_WORD:
            ids.append(self.unknown)
            spans.append((origin[0], origin[-1] + 1))
            return
        found, at = [], 0
        while at < len(plain):
            to = len(plain)
            while to > at and ("##" if at else "") + plain[at:to] not in self.ids:
                to -= 1
            if to == at:
                found = [(self.unknown, 0, len(plain))]
                break
            found.append((self.ids[("##" if at else "") + plain[at:to]], at, to))
            at = to
        for number, begin, to in found:
            ids.append(number)
            spans.append((origin[begin], origin[to - 1] + 1))


def words(text):
    """Stretches between blanks; each punctuation mark and each CJK character is a word of its own."""
    start = None
    for at, char in enumerate(text):
        alone = is_punctuation(char) or is_cjk(char)
        if alone or char.isspace() or is_control(char):
            if start is not None:
                yield start, at
                start = None
            if alone:
                yield at, at + 1
        elif start is None:
            start = at
    if start is not None:
        yield start, len(text)


def folded(text, start, end):
    """Lower case without accents, and for each of its characters the place it came from."""
    plain, origin = [], []
    for at in range(start, end):
        for char in unicodedata.normalize("NFD", text[at].lower()):
            if unicodedata.category(char) != "Mn":
                plain.append(char)
                origin.append(at)
    return "".join(plain), origin


def is_control(char):
    return char not in "\t\n\r" and unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co") or char == "\ufffd" or char == "\0"


def is_punctuation(char):
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


def is_cjk(char):
    code = ord(char)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF or 0x2A700 <= code <= 0x2B73F
            or 0x2B740 <= code <= 0x2B81F or 0x2B820 <= code <= 0x2CEAF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F)
