"""Who did what to whom, where and when, from one clause or through a named link.

``bind`` is the check of the codebook: what cannot be bound by syntax stays None, and ``why`` says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tocsin.extract.events.cast import Cast, Party
from tocsin.extract.events.clauses import Reached, agent, case, is_passive, patient, subject
from tocsin.extract.tree import Tree
from tocsin.ontology.events import kinds
from tocsin.record import EventType

_LEAVING: Final = frozenset((EventType.RETREAT, EventType.COERCE, EventType.SANCTION))  # "from" a place
_LOCATING: Final = frozenset(("in", "at", "near", "outside", "inside", "around", "across"))
_SIDES: Final = frozenset(("between", "among"))
_HOLDERS: Final = ("obj", "nsubj:pass", "obl", "xcomp", "iobj")


@dataclass(frozen=True, slots=True)
class Binding:
    """The parties of one event; ``why`` names the links, or what is missing."""

    actor: Party | None
    recipient: Party | None
    predicate: int  # the verb that carries the event: the trigger, or its light verb
    why: str


def bind(cast: Cast, word: int, kind: EventType) -> Binding:
    """Return who does to whom what a trigger word tells.

    A verb's parties are its subject, objects and obliques; a noun's are its owner, the adjective of
    a nation before it and what "of", "by", "on" join to it, or the subject of its light verb.
    """
    tree = cast.tree
    carrier = light_verb(cast, word) if not tree.is_verb(word) else None
    if tree.is_verb(word) and not _is_modifier(tree, word):
        actor, recipient = _of_verb(cast, word, kind)
    else:
        actor, recipient = _of_noun(cast, word, kind, carrier)
    if actor is not None and recipient is None and kind in cast.lists.mutual:
        actor, recipient = _both_sides(cast, actor)
    if (
        actor is not None
        and recipient is not None
        and (actor.start, actor.end) == (recipient.start, recipient.end)
    ):
        recipient = None
    predicate = carrier if carrier is not None else word
    return Binding(actor, recipient, predicate, _why(cast, word, carrier, actor, recipient))


def _is_modifier(tree: Tree, word: int) -> bool:
    """Tell whether a participle only stands before its noun: "the withdrawn troops"."""
    return tree.bases[word] in ("amod", "compound")


def _of_verb(cast: Cast, verb: int, kind: EventType) -> tuple[Party | None, Party | None]:
    tree, lists = cast.tree, cast.lists
    actor = cast.party(agent(tree, verb, lists), joined=True)
    if lists.undergoing.at(tree.forms, verb) is not None and not is_passive(tree, verb):
        return None, actor
    if (inner := _light_object(cast, verb)) is not None:
        found = beside(cast, inner, kind) or beside(cast, verb, kind)
        return actor, found
    return actor, recipient_of(cast, verb, kind)


def _light_object(cast: Cast, verb: int) -> int | None:
    """Return the noun that a light verb carries where the model marked the verb: "launched an attack"."""
    tree = cast.tree
    if cast.lists.light.at(tree.forms, verb) is None:
        return None
    held = tree.child(verb, "obj")
    return held if held is not None and tree.forms[held] in cast.lists.things else None


def recipient_of(cast: Cast, verb: int, kind: EventType) -> Party | None:
    """Return the first that fits of indirect object, object and obliques, as the type prefers them."""
    tree = cast.tree
    undergoes = patient(tree, verb, cast.lists)
    direct = cast.party(undergoes, strict=True) or cast.party(_raised(cast, verb), strict=True)
    given = cast.party(_reached(tree.child(verb, "iobj")))
    beside_ = beside(cast, verb, kind)
    if kind is EventType.MOBILIZE:
        return beside_  # what is moved is one's own
    found = given or (beside_ or direct if kind in cast.lists.moved else direct or beside_)
    if found is None and undergoes is not None and kind not in cast.lists.moved:
        found = beside(cast, undergoes.word, kind)
    if found is None and undergoes is not None and kind in cast.lists.targeting:
        found = _target(cast, undergoes)
    return found or _in_infinitive(cast, verb, kind)


def _target(cast: Cast, reached: Reached) -> Party | None:
    """Return what force is used on, where that is nobody's: "stormed a hotel"."""
    tree = cast.tree
    if tree.forms[reached.word] in cast.lists.things | cast.lists.counting or not tree.tag(
        reached.word
    ).startswith("NN"):
        return None
    start, end = tree.phrase(reached.word, joined=True)
    return Party(start, end, reached.word, reached.links)


def _in_infinitive(cast: Cast, verb: int, kind: EventType) -> Party | None:
    """Return at whom it is aimed what is threatened, refused or promised: "threatened to leave Norland"."""
    tree = cast.tree
    done = tree.child(verb, "xcomp")
    if done is None or not kinds()[kind].verbal or not tree.is_verb(done) or done < verb:
        return None
    held = tree.child(done, "obj")
    found = (
        cast.party(_reached(tree.child(done, "iobj")))
        or cast.party(_reached(held), strict=True)
        or beside(cast, done, kind)
        or (beside(cast, held, kind) if held is not None else None)
    )
    if found is None:
        return None
    return Party(found.start, found.end, found.word, (*found.links, f"through “{tree.forms[done]}”"))


def _raised(cast: Cast, verb: int) -> Reached | None:
    """Return whom "urge" and the like address where the tree has them as the infinitive's subject."""
    tree = cast.tree
    if cast.lists.object_control.at(tree.forms, verb) is None:
        return None
    for clause in tree.children(verb, "ccomp", "xcomp"):
        held = tree.child(clause, "nsubj")
        if held is not None and tree.tag(clause) in ("VB", "VBG"):
            return Reached(held, (f"through “{tree.forms[clause]}”",))
    return None


def _reached(word: int | None, *links: str) -> Reached | None:
    return Reached(word, links) if word is not None else None


def beside(cast: Cast, word: int, kind: EventType) -> Party | None:
    """Return the party that a preposition of the type joins to a verb or a noun."""
    tree = cast.tree
    wanted = cast.lists.recipient[kind]
    for child in tree.children(word, "obl", "nmod"):
        if tree.related(child, ("obl:agent", "nmod:poss", "obl:unmarked", "nmod:unmarked")):
            continue
        if case(tree, child) not in wanted:
            continue
        if (party := cast.party(Reached(child), strict=True)) is not None:
            return party
    return None


def light_verb(cast: Cast, noun: int) -> int | None:
    """Return the verb whose subject does what a noun names: "held" of "held talks", "is" of "is in talks"."""
    tree = cast.tree
    if tree.child(noun, "cop") is not None:
        return noun
    clause = tree.child(noun, "acl:relcl")
    if clause is not None and clause < noun and tree.child(clause, "aux:pass") is not None:
        return clause  # hung on the wrong noun: "Lee, who is expected in Vesk for talks"
    head = tree.heads[noun]
    if head < 0 or not tree.is_verb(head) or not tree.related(noun, _HOLDERS):
        return None
    if tree.bases[noun] == "obl":
        return (
            head if case(tree, noun) in ("for", "in", "on", "to") and not tree.children(head, "obj") else None
        )
    return head if cast.lists.light.at(tree.forms, head) is not None else None


def _of_noun(
    cast: Cast, noun: int, kind: EventType, carrier: int | None
) -> tuple[Party | None, Party | None]:
    tree = cast.tree
    actor = recipient = None
    for role, word in _noun_parts(cast, noun, kind):
        if role == "actor" and actor is None and not _only_moved(cast, word, kind):
            actor = cast.party(Reached(word), strict=tree.bases[word] != "nmod" or case(tree, word) != "by")
        elif role == "recipient" and recipient is None:
            recipient = cast.party(Reached(word), strict=True)
    if carrier is not None and carrier != noun:
        actor = actor or _carried(cast, carrier, noun)
        recipient = (
            recipient or beside(cast, carrier, kind) or cast.party(_reached(tree.child(carrier, "iobj")))
        )
    elif carrier == noun:
        held = cast.party(subject(tree, noun, cast.lists))
        if case(tree, noun) == "under":
            recipient = recipient or held
        elif case(tree, noun) is not None:
            actor = actor or held
    return actor, recipient


def _only_moved(cast: Cast, word: int, kind: EventType) -> bool:
    """Tell whether "of" names only what is moved: "the moving of troops", but not "of Norland's troops"."""
    if kind is not EventType.MOBILIZE or case(cast.tree, word) != "of":
        return False
    return not any(member in cast.names for member in cast.tree.members(word))


def _carried(cast: Cast, carrier: int, noun: int) -> Party | None:
    link = f"through “{cast.tree.text[cast.tree.words[carrier].start : cast.tree.words[carrier].end]}”"
    if cast.tree.related(noun, ("nsubj:pass",)):
        found = cast.party(agent(cast.tree, carrier, cast.lists))
    else:
        found = cast.party(subject(cast.tree, carrier, cast.lists))
    return Party(found.start, found.end, found.word, (*found.links, link)) if found else None


def _noun_parts(cast: Cast, noun: int, kind: EventType) -> Iterator[tuple[str, int]]:
    """Yield the role and the word of each party that hangs on a noun, the surest first."""
    tree = cast.tree
    by = next((w for w in tree.children(noun, "nmod", "obl") if case(tree, w) == "by"), None)
    if by is not None:
        yield "actor", by
    for word in tree.children(noun, "nmod:poss"):
        yield ("recipient" if by is not None else "actor"), word
    for word in tree.children(noun, "amod", "compound", "nmod:desc"):
        if tree.forms[word] in cast.lists.describing:
            continue
        if word in cast.names or tree.bases[word] == "compound":
            yield "actor", word
    for word in tree.children(noun, "nmod", "obl"):
        preposition = case(tree, word)
        if tree.relation(word) != "nmod:poss" and preposition not in (None, "by"):
            role = _role_of(cast, preposition, kind)
            if role is not None:
                yield role, word
        if _is_where(cast, word):  # no place has a "between": "talks in Eastmark between …"
            yield from (("actor", side) for side in tree.children(word, "nmod") if case(tree, side) in _SIDES)


def _role_of(cast: Cast, preposition: str | None, kind: EventType) -> str | None:
    """Return the role of what a preposition joins to an event's noun."""
    if preposition == "of":
        return "actor" if kind in cast.lists.acting_of else "recipient"
    if preposition in ("between", "among"):
        return "actor"
    if preposition == "from" and kind not in _LEAVING:
        return "actor"
    return "recipient" if preposition in cast.lists.recipient[kind] else None


def _both_sides(cast: Cast, actor: Party) -> tuple[Party, Party | None]:
    """Part two that "and" joins into actor and recipient: "Norland and Sudland met"."""
    joined = [word for word in cast.tree.conjuncts(actor.word) if cast.acts(word)]
    if len(joined) != 2 or not actor.start <= cast.tree.words[actor.word].start < actor.end:
        return actor, None
    first, second = (cast.tree.phrase(word) for word in joined)
    links = (*actor.links, "both sides do it")
    return Party(*first, joined[0], actor.links), Party(*second, joined[1], links)


def _why(cast: Cast, word: int, carrier: int | None, actor: Party | None, recipient: Party | None) -> str:
    parts = [_said("actor", actor), _said("recipient", recipient)]
    if carrier is not None and carrier != word:
        place = cast.tree.words[carrier]
        parts.append(f"carried by “{cast.tree.text[place.start : place.end]}”")
    return "; ".join(parts)


def _said(role: str, party: Party | None) -> str:
    if party is None:
        return f"no {role} in the clause"
    return f"{role} {', '.join(party.links)}" if party.links else f"{role} in the clause"


def _above(tree: Tree, word: int) -> Iterator[int]:
    """Yield the words that a word hangs under, nearest first."""
    head = tree.words[word].head
    for _ in range(len(tree)):
        if head < 0:
            return
        yield head
        head = tree.words[head].head


def pointed(cast: Cast, binding: Binding, word: int | None, trigger: int) -> Binding:
    """Return a binding with the actor that the model points to, where syntax found none.

    A word that is the trigger's object, or another's under it, is not taken for its actor, nor is
    where it happens: "talks in Eastmark".
    ``word`` is a word of the trigger's sentence. Its recipients are not taken: on our own
    reports (eval task "records") they changed nothing.
    """
    if binding.actor is not None or word is None or not 0 <= word < len(cast.tree):
        return binding
    if trigger in _above(cast.tree, word) and cast.tree.words[trigger].tag.startswith("VB"):
        return binding
    if cast.tree.forms[word] in cast.lists.describing and cast.tree.related(word, ("amod", "compound")):
        return binding
    if _is_where(cast, word):
        return binding
    party = cast.party(Reached(word, ("the model points to it",)), strict=True)
    other = binding.recipient
    if party is None or (other is not None and other.start < party.end and party.start < other.end):
        return binding
    why = binding.why.replace(_said("actor", None), _said("actor", party), 1)
    return Binding(party, other, binding.predicate, why)


def _is_where(cast: Cast, word: int) -> bool:
    """Tell whether a word names where something is: a place's name behind "in" or "near"."""
    return cast.is_place(word) and case(cast.tree, word) in _LOCATING
