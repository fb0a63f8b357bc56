"""Any record of any kind, for properties."""

from hypothesis import strategies as st

from tests.store.samples import day
from tocsin.record import (
    Act,
    Block,
    BlockKind,
    Bound,
    Candidate,
    Change,
    Document,
    Event,
    EventType,
    Figure,
    FoundIn,
    Modality,
    Mode,
    Moment,
    Name,
    NameType,
    Place,
    PlaceKind,
    PlacePrecision,
    Reference,
    Resolution,
    Role,
    Sector,
    Span,
    Speaker,
    Statement,
    TimeKind,
    TimePrecision,
    Toponym,
    Use,
    Via,
    Weight,
    When,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
SPANS = st.builds(
    lambda start, text: Span(start=start, end=start + len(text), text=text), st.integers(0, 9999), WORDS
)
SCORES = st.floats(0, 1)
NAMES = st.builds(Name, id=WORDS, document=WORDS, type=st.sampled_from(NameType), span=SPANS, score=SCORES)
SPEAKERS = st.builds(
    Speaker,
    name=WORDS,
    how=st.sampled_from(Resolution),
    span=SPANS,
    chain=st.lists(SPANS, max_size=2).map(tuple),
    plural=st.none() | st.booleans(),
    affiliation=st.none() | SPANS,
)
STATEMENTS = st.builds(
    Statement,
    id=WORDS,
    document=WORDS,
    source=st.none() | SPANS,
    speaker=st.none() | SPEAKERS,
    cue=st.none() | SPANS,
    contents=st.lists(SPANS, max_size=3).map(tuple),
    mode=st.sampled_from(Mode),
    act=st.sampled_from(Act),
    via=st.lists(st.builds(Via, name=WORDS, span=SPANS), max_size=2).map(tuple),
    block=st.sampled_from(BlockKind),
    why=TEXT,
    score=SCORES,
)
MAYBE = st.none() | TEXT
DOCUMENTS = st.builds(
    Document,
    id=WORDS,
    text=TEXT,
    title=MAYBE,
    url=MAYBE,
    origin=MAYBE,
    outlet=MAYBE,
    byline=MAYBE,
    dateline=MAYBE,
    published=st.none()
    | st.builds(day, st.sampled_from(["2021-04-13", "2021-04-13T09:30+02:00"]), st.sampled_from(FoundIn)),
    fetched=MAYBE,
    language=MAYBE,
    version_of=MAYBE,
    blocks=st.lists(
        st.builds(Block, kind=st.sampled_from(BlockKind), start=st.integers(0, 9), end=st.integers(9, 99)),
        max_size=3,
    ).map(tuple),
)
MAYBE_SPAN = st.none() | SPANS
MAYBE_WORDS = st.none() | WORDS
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
WHENS = st.none() | st.builds(When, span=SPANS, moment=WORDS, first=MAYBE_WORDS, last=MAYBE_WORDS)
FIGURES = st.builds(
    Figure,
    id=WORDS,
    document=WORDS,
    span=SPANS,
    low=NUMBERS,
    best=NUMBERS,
    high=NUMBERS,
    bound=st.sampled_from(Bound),
    unit=MAYBE_WORDS,
    measure=MAYBE_WORDS,
    measured=MAYBE_SPAN,
    holder=MAYBE_SPAN,
    side=MAYBE_SPAN,
    place=MAYBE_SPAN,
    period=WHENS,
    change=st.none() | st.sampled_from(Change),
    said_in=MAYBE_WORDS,
    block=st.sampled_from(BlockKind),
    why=TEXT,
    score=SCORES,
    is_change=st.booleans(),
    modality=st.none() | st.sampled_from(Modality),
)
EVENTS = st.builds(
    Event,
    id=WORDS,
    document=WORDS,
    span=SPANS,
    trigger=SPANS,
    type=st.sampled_from(EventType),
    mode=MAYBE_WORDS,
    modality=st.sampled_from(Modality),
    actor=MAYBE_SPAN,
    recipient=MAYBE_SPAN,
    place=MAYBE_SPAN,
    date=WHENS,
    contexts=st.lists(WORDS, max_size=3).map(tuple),
    asserted_in=MAYBE_WORDS,
    statement=MAYBE_WORDS,
    block=st.sampled_from(BlockKind),
    why=TEXT,
    score=SCORES,
)
MOMENTS = st.builds(
    Moment,
    id=WORDS,
    document=WORDS,
    span=SPANS,
    kind=st.sampled_from(TimeKind),
    value=MAYBE_WORDS,
    timex=MAYBE_WORDS,
    first=MAYBE_WORDS,
    last=MAYBE_WORDS,
    precision=st.none() | st.sampled_from(TimePrecision),
    anchor=MAYBE_WORDS,
    why=TEXT,
    score=SCORES,
)
ROLES = st.builds(
    Role,
    id=WORDS,
    document=WORDS,
    person=SPANS,
    role=SPANS,
    body=MAYBE_SPAN,
    former=st.booleans(),
    why=TEXT,
    score=SCORES,
)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        id=WORDS,
        name=WORDS,
        score=SCORES,
        weights=st.lists(st.builds(Weight, part=WORDS, value=st.floats(-1, 1), why=TEXT), max_size=2).map(
            tuple
        ),
    ),
    max_size=3,
).map(tuple)
REFERENCES = st.builds(
    Reference,
    id=WORDS,
    document=WORDS,
    type=st.sampled_from(NameType),
    name=WORDS,
    mentions=st.lists(SPANS, min_size=1, max_size=3, unique=True).map(tuple),
    key=WORDS,
    country=MAYBE_WORDS,
    sector=st.none() | st.sampled_from(Sector),
    roles=st.lists(WORDS, max_size=2).map(tuple),
    candidates=CANDIDATES,
    why=TEXT,
    score=SCORES,
)
BOXES = st.none() | st.tuples(
    st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180)
)
PLACES = st.none() | st.builds(
    Place,
    id=WORDS,
    name=WORDS,
    kind=st.sampled_from(PlaceKind),
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    country=MAYBE_WORDS,
    region=MAYBE_WORDS,
    population=st.integers(0, 2_000_000_000),
    box=BOXES,
)
TOPONYMS = st.builds(
    Toponym,
    id=WORDS,
    document=WORDS,
    span=SPANS,
    phrase=SPANS,
    use=st.sampled_from(Use),
    place=PLACES,
    precision=st.none() | st.sampled_from(PlacePrecision),
    relation=MAYBE_WORDS,
    box=BOXES,
    within=PLACES,
    candidates=CANDIDATES,
    why=TEXT,
    score=SCORES,
)
RECORDS = NAMES | STATEMENTS | DOCUMENTS | FIGURES | EVENTS | MOMENTS | ROLES | REFERENCES | TOPONYMS
