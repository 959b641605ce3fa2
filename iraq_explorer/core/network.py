"""Actors and the signed, dated, cited ties between them; the network of a day; its folding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dates import Period
from iraq_explorer.core.evidence import Certainty, Citation
from iraq_explorer.core.names import Name


class ActorKind(StrEnum):
    """What an actor is. The kind decides its shape in the drawing."""

    PERSON = "person"
    PARTY = "party"
    LIST = "list"
    MOVEMENT = "movement"
    ARMED_GROUP = "armed group"
    STATE = "state"
    STATE_FORCE = "state force"
    GROUP = "group"
    COALITION = "coalition"
    GOVERNMENT = "government"
    TREATY = "treaty"


class TieKind(StrEnum):
    """What a tie says of its two ends."""

    ALLY = "ally"
    BACKS_OPENLY = "backs openly"
    BACKS_TACITLY = "backs tacitly"
    NEGOTIATES = "negotiates with"
    RIVAL = "rival"
    OPPOSES = "opposes"
    FIGHTS = "fights"
    MEMBER = "member-of"
    LEADS = "leads"
    ARMED_WING = "armed wing of"
    REPRESENTS = "represents"
    ADVISES = "advises"

    @property
    def directed(self) -> bool:
        """Whether the tie goes from its source to its target rather than both ways."""
        return self not in (TieKind.ALLY, TieKind.RIVAL, TieKind.FIGHTS, TieKind.NEGOTIATES)

    @property
    def structural(self) -> bool:
        """Whether it tells who belongs where rather than who is for or against whom."""
        return self in (
            TieKind.MEMBER,
            TieKind.LEADS,
            TieKind.ARMED_WING,
            TieKind.REPRESENTS,
            TieKind.ADVISES,
        )


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where an actor folds at a coarser level, and when."""

    actor: str
    """Id of the actor it belongs to."""
    level: str
    """``party``, ``list``, ``coalition``, ``government``, ``state`` or ``group``."""
    period: Period


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, party, movement, armed group, state or other body that ties can reach."""

    id: str
    name: Name
    kind: ActorKind
    description: str
    sources: tuple[str, ...]
    belongs_to: tuple[Belonging, ...] = ()
    articles: tuple[str, ...] = ()
    """Ids of the sources among the founding articles that name the actor."""
    wikidata: str = ""
    """Number such as ``Q794``, where a source confirms it."""
    wikidata_source: str = ""
    """Id of that source."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two actors over a period, with its sign and its evidence."""

    id: str
    source: str
    """Id of the actor it starts from."""
    target: str
    kind: TieKind
    sign: int
    """+1 friendly, -1 hostile."""
    period: Period
    certainty: Certainty
    citations: tuple[Citation, ...]
    statement: str
    """One plain sentence."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TieFilter:
    """Which ties and actors are left out of the drawing. An empty filter leaves all in."""

    hidden_kinds: frozenset[TieKind] = frozenset()
    hidden_certainties: frozenset[Certainty] = frozenset()
    hidden_actor_kinds: frozenset[ActorKind] = frozenset()

    @property
    def active(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.hidden_kinds or self.hidden_certainties or self.hidden_actor_kinds)

    def admits(self, tie: Tie) -> bool:
        """Whether the tie stays."""
        return tie.kind not in self.hidden_kinds and tie.certainty not in self.hidden_certainties


class Detail(StrEnum):
    """How much of the network is drawn."""

    BLOCS = "blocs"
    """Blocs and states: people, parties and armed groups are folded into their bloc."""
    EVERYONE = "everyone"
    """Every actor for itself, beside the blocs."""


@dataclass(frozen=True, slots=True)
class Node:
    """What is drawn as one shape: a bloc of the chamber, or an actor that is none."""

    id: str
    """Id of the bloc, or of the actor where it stands for no bloc."""
    name: Name
    kind: ActorKind
    seats: int
    """Seats of a bloc; 0 for other actors."""
    actors: tuple[str, ...]
    """Ids of the actors folded into it."""

    @property
    def is_bloc(self) -> bool:
        """Whether the node can be moved between coalitions."""
        return self.seats > 0


@dataclass(frozen=True, slots=True)
class Link:
    """What is drawn as one line: all ties of one sign between two nodes, strongest first."""

    a: str
    b: str
    sign: int
    ties: tuple[Tie, ...]
    parallel: bool = False
    """Whether the same nodes have a link of the other sign too."""

    @property
    def id(self) -> str:
        """A name that stays while the ends and the sign do."""
        return f"{self.a}~{self.b}~{self.sign:+d}"

    @property
    def main(self) -> Tie:
        """The tie that gives the line its style."""
        return self.ties[0]


@dataclass(frozen=True)
class Network:
    """The nodes and links of one day at one level of detail."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    @cached_property
    def node_by_id(self) -> dict[str, Node]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """For each node the nodes it has a link with."""
        found: dict[str, set[str]] = {node.id: set() for node in self.nodes}
        for link in self.links:
            found[link.a].add(link.b)
            found[link.b].add(link.a)
        return {node: frozenset(others) for node, others in found.items()}


# Which tie gives a line its style where several of one sign run between the same two nodes.
_CERTAINTY_RANK = {certainty: rank for rank, certainty in enumerate(Certainty)}
_KIND_RANK = {kind: rank for rank, kind in enumerate((
    TieKind.FIGHTS, TieKind.OPPOSES, TieKind.RIVAL, TieKind.ALLY, TieKind.BACKS_OPENLY,
    TieKind.BACKS_TACITLY, TieKind.LEADS, TieKind.ARMED_WING, TieKind.MEMBER,
    TieKind.REPRESENTS, TieKind.NEGOTIATES, TieKind.ADVISES,
))}  # fmt: skip

# Drawn only at the level where every actor is: at the other they fold into nothing.
_BACKGROUND_KINDS = frozenset({ActorKind.PERSON, ActorKind.COALITION, ActorKind.LIST})


class Folding:
    """Which node each actor is drawn as, in one chamber on one day at one level of detail."""

    def __init__(
        self, actors: Mapping[str, Actor], ties: Iterable[Tie], chamber: Chamber, day: date
    ) -> None:
        """Read the memberships that hold on ``day``."""
        self._actors = actors
        self._day = day
        self._bloc_of: dict[str, str] = {}
        for bloc in chamber.blocs:
            self._bloc_of.setdefault(bloc.actor, bloc.id)
        self._list_bloc: dict[str, str] = {}
        for entry in chamber.lists:
            # A tie of the whole list is drawn at the bloc that carries the list's own name
            # where there is one, else at its largest.
            own = chamber.blocs_of_list(entry.id)
            speaker = max(
                own, key=lambda bloc: (bloc.actor == entry.actor, not bloc.part_of, bloc.seats)
            )
            self._list_bloc[entry.actor] = speaker.id
        self._members: dict[str, list[str]] = {}
        self._head: dict[str, str] = {}
        for tie in ties:
            if not tie.period.contains(day):
                continue
            if tie.kind is TieKind.MEMBER:
                self._members.setdefault(tie.target, []).append(tie.source)
            elif tie.kind is TieKind.LEADS:
                self._head.setdefault(tie.target, tie.source)

    def bloc(self, actor_id: str) -> str | None:
        """The bloc that speaks for an actor: its own, that of its party, or that of its list."""
        return self._bloc(actor_id, frozenset())

    def _bloc(self, actor_id: str, seen: frozenset[str]) -> str | None:
        if actor_id in self._list_bloc:
            return self._list_bloc[actor_id]
        if actor_id in self._bloc_of:
            return self._bloc_of[actor_id]
        if actor_id in seen or actor_id not in self._actors:
            return None
        home = self._home(actor_id, ("party", "list"))
        for place in home:
            found = self._bloc(place, seen | {actor_id})
            if found:
                return found
        return None

    def _home(self, actor_id: str, levels: tuple[str, ...]) -> list[str]:
        belongings = self._actors[actor_id].belongs_to
        return [
            belonging.actor
            for level in levels
            for belonging in belongings
            if belonging.level == level and belonging.period.contains(self._day)
        ]

    def nodes(self, actor_id: str, detail: Detail) -> tuple[str, ...]:
        """The nodes that an end of a tie is drawn at; none where the level leaves it out.

        A project between several blocs, such as a coalition under negotiation, stands for the
        blocs that take part in it.
        """
        if detail is Detail.EVERYONE:
            own = self._bloc_of.get(actor_id) or self._list_bloc.get(actor_id)
            return (own or actor_id,)
        own = self.bloc(actor_id)
        if own:
            return (own,)
        actor = self._actors[actor_id]
        if actor.kind is ActorKind.COALITION:
            found = (self.bloc(member) for member in self._members.get(actor_id, ()))
            return tuple(dict.fromkeys(bloc for bloc in found if bloc))
        state = self._home(actor_id, ("state",))
        if state:
            return (self.bloc(state[0]) or state[0],)
        if actor.kind in (ActorKind.GOVERNMENT, ActorKind.STATE_FORCE):
            # A government, and the forces it commands, stand with the bloc of its head.
            body = next(iter(self._home(actor_id, ("government",))), actor_id)
            led = self.bloc(self._head.get(body, ""))
            return (led,) if led else (actor_id,)
        return () if actor.kind in _BACKGROUND_KINDS else (actor_id,)


def network_of(
    actors: Mapping[str, Actor],
    ties: Iterable[Tie],
    chamber: Chamber,
    day: date,
    detail: Detail = Detail.BLOCS,
    shown: TieFilter | None = None,
) -> Network:
    """The network as of a day: the ties in force, at the level of detail asked for.

    Every bloc of the chamber is a node; of the other actors those that a tie in force reaches,
    and every state that the dataset knows and that has no bloc of its own.
    """
    shown = shown or TieFilter()
    ties = tuple(ties)
    folding = Folding(actors, ties, chamber, day)

    @cache
    def places_of(actor: str) -> tuple[str, ...]:
        return folding.nodes(actor, detail)

    groups: dict[tuple[str, str, int], dict[Tie, None]] = {}
    folded: dict[str, dict[str, None]] = {}
    for tie in ties:
        if not tie.period.contains(day) or not shown.admits(tie):
            continue
        starts, ends = places_of(tie.source), places_of(tie.target)
        for actor, places in ((tie.source, starts), (tie.target, ends)):
            for place in places:
                folded.setdefault(place, {})[actor] = None
        if detail is Detail.BLOCS and _is_membership_of_blocs(tie, actors):
            continue
        for a in starts:
            for b in ends:
                if a != b:
                    groups.setdefault((min(a, b), max(a, b), tie.sign), {})[tie] = None
    nodes = _nodes(actors, chamber, detail, folded, groups, shown)
    known = {node.id for node in nodes}
    links = tuple(
        Link(a, b, sign, _ranked(group), (a, b, -sign) in groups)
        for (a, b, sign), group in sorted(groups.items())
        if a in known and b in known
    )
    if detail is Detail.EVERYONE:
        return Network(nodes, links)
    linked = {end for link in links for end in (link.a, link.b)}
    return Network(
        tuple(
            node
            for node in nodes
            if node.is_bloc or node.kind is ActorKind.STATE or node.id in linked
        ),
        links,
    )


def _is_membership_of_blocs(tie: Tie, actors: Mapping[str, Actor]) -> bool:
    # Who belongs to a list or to a project shows in the folding, not as a line between blocs.
    return tie.kind.structural and actors[tie.target].kind in (
        ActorKind.LIST,
        ActorKind.COALITION,
        ActorKind.PARTY,
        ActorKind.GOVERNMENT,
        ActorKind.STATE_FORCE,
    )


def _ranked(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    return tuple(
        sorted(ties, key=lambda t: (_CERTAINTY_RANK[t.certainty], _KIND_RANK[t.kind], t.id))
    )


def _nodes(
    actors: Mapping[str, Actor],
    chamber: Chamber,
    detail: Detail,
    folded: Mapping[str, Mapping[str, None]],
    groups: Iterable[tuple[str, str, int]],
    shown: TieFilter,
) -> tuple[Node, ...]:
    blocs = []
    for bloc in chamber.blocs:
        actor = actors.get(bloc.actor)
        kind = actor.kind if actor else ActorKind.PARTY
        inside = _inside(bloc.actor, folded.get(bloc.id, ()))
        blocs.append(Node(bloc.id, bloc.name, kind, bloc.seats, inside))
    reached = {end for a, b, _ in groups for end in (a, b)} | set(folded)
    voting = {bloc.actor for bloc in chamber.blocs} | {entry.actor for entry in chamber.lists}
    others = [
        Node(actor.id, actor.name, actor.kind, 0, _inside(actor.id, folded.get(actor.id, ())))
        for actor in actors.values()
        if actor.id not in chamber.bloc_by_id
        and actor.kind not in shown.hidden_actor_kinds
        and (actor.id in reached or (actor.kind is ActorKind.STATE and actor.id not in voting))
    ]
    return (*blocs, *others)


def _inside(own: str, folded: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((own, *folded)))
