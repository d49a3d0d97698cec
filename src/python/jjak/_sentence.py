from __future__ import annotations


class Sentence(str):
    """A sentence: a ``str`` that knows where it stands and why it begins there.

    Attributes
    ----------
    start, end : int
        Characters of the text it was cut from.
    offset : int
        Where it begins, in bytes (UTF-8), as in the files that Jjak writes.
    rule : str
        The name of the rule that began it; ``jjak segment --format explain`` says what each means.
    marker : str or None
        The bullet or step number before it, which belongs to no sentence.
    """

    start: int
    end: int
    offset: int
    rule: str
    marker: str | None

    __slots__ = ("start", "end", "offset", "rule", "marker")

    def __new__(
        cls, text: str, start: int, end: int, offset: int, rule: str, marker: str | None = None
    ) -> Sentence:
        self = super().__new__(cls, text)
        self.start = start
        self.end = end
        self.offset = offset
        self.rule = rule
        self.marker = marker
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return Sentence, (str(self), self.start, self.end, self.offset, self.rule, self.marker)


Sentence.__module__ = "jjak"
