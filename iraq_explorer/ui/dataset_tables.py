"""The tables of a dataset in words: what each and its columns are called, and what goes in."""

from iraq_explorer.storage.dataset_columns import Column, Kind
from iraq_explorer.storage.dataset_draft import Grid
from iraq_explorer.ui.words import tr


def table_names() -> dict[str, str]:
    """What each table is called, in the order of the tabs."""
    return {
        "dataset": tr("Dataset"),
        "chambers": tr("Chambers"),
        "rules": tr("Rules"),
        "lists": tr("Lists"),
        "blocs": tr("Blocs"),
        "actors": tr("Actors"),
        "ties": tr("Ties"),
        "events": tr("Events"),
        "sources": tr("Sources"),
        "corrections": tr("Corrections"),
        "scenarios": tr("Scenarios"),
    }


def table_hints() -> dict[str, str]:
    """What a table is for, in a sentence or two."""
    return {
        "dataset": tr("What the whole is called, and the scenario that is shown at first."),
        "chambers": tr("One parliament for each election. Its lists add up to its seats."),
        "rules": tr("How many seats a decision takes: a share of all members or of those present."),
        "lists": tr(
            "What voters voted for. The blocs of a list add up to its seats. To begin, paste names "
            "and seats; “Fill in what is missing” in the menu Rows makes actors and blocs of them."
        ),
        "blocs": tr("Members who act together: what is moved between coalitions."),
        "actors": tr("Persons, parties, armed groups, states: everyone that a tie can reach."),
        "ties": tr("Who is for or against whom, from when to when, and who says so."),
        "events": tr("What happened, for the timeline."),
        "sources": tr("What was read. Everything else names sources by their ids."),
        "corrections": tr("Claims of an article that later reports correct."),
        "scenarios": tr("The built-in scenarios. They are easier to make in the main window."),
    }


def column_title(column: Column) -> str:
    """What stands over a column; its field where nobody named it."""
    if column.field == "source" and "sources" in column.tables:
        return tr("Source")
    return _titles().get(column.field, column.field)


def title_of(grid: Grid, field: str) -> str:
    """What stands over the column of a field."""
    known = (column for column in grid.columns if column.field == field)
    return column_title(next(known, Column(field)))


def column_tip(column: Column) -> str:
    """What goes into a column."""
    parts = [_tips().get(column.field, ""), _kind_tip(column)]
    if column.required:
        parts.append(tr("Has to be filled in."))
    parts.append(tr("In files: {field}", field=column.field))
    return "\n".join(part for part in parts if part)


def _kind_tip(column: Column) -> str:
    match column.kind:
        case Kind.DATE:
            return tr("A date as exact as it is known: 2010, 2010-03 or 2010-03-07.")
        case Kind.CHOICE | Kind.FLAG:
            return tr("One of: {choices}.", choices=", ".join(column.choices))
        case Kind.TEXTS:
            return tr("Several are parted by semicolons.")
        case Kind.RECORDS:
            return tr("Edited in the table below, for the row that is chosen.")
        case Kind.JSON:
            return tr("In the form of the dataset's files (JSON).")
        case _:
            return ""


def _titles() -> dict[str, str]:
    return {
        "id": tr("Id"),
        "title": tr("Title"),
        "version": tr("Version"),
        "opening_scenario": tr("First scenario"),
        "chamber": tr("Chamber"),
        "name": tr("Name"),
        "name.en": tr("Name"),
        "name.short": tr("Short name"),
        "name.ar": tr("Arabic name"),
        "name.ar_source": tr("Source of the Arabic name"),
        "name.ku": tr("Kurdish name"),
        "name.ku_source": tr("Source of the Kurdish name"),
        "name.variants": tr("Other spellings"),
        "seats": tr("Seats"),
        "elected": tr("Elected"),
        "first_sitting": tr("First sitting"),
        "default_rule": tr("Rule for a government"),
        "cabinet.posts": tr("Posts of the cabinet"),
        "cabinet.event": tr("Event of the cabinet"),
        "basis": tr("Counted of"),
        "share": tr("Share"),
        "strict": tr("More than it"),
        "quota": tr("Quota by hand"),
        "article": tr("Article"),
        "sources": tr("Sources"),
        "note": tr("Note"),
        "actor": tr("Actor"),
        "certainty": tr("Certainty"),
        "leader": tr("Leader"),
        "reports": tr("Reports"),
        "estimates": tr("Estimates"),
        "splinters": tr("Splinters"),
        "list": tr("List"),
        "seats_low": tr("At least"),
        "seats_high": tr("At most"),
        "split_known": tr("Split known"),
        "kind": tr("Kind"),
        "description": tr("Description"),
        "belongs_to": tr("Belongs to"),
        "articles": tr("Articles"),
        "wikidata": tr("Wikidata"),
        "wikidata_source": tr("Source of Wikidata"),
        "source": tr("From whom"),
        "target": tr("To whom"),
        "sign": tr("Sign"),
        "from": tr("Since"),
        "to": tr("Until"),
        "statement": tr("Statement"),
        "citations": tr("Citations"),
        "date": tr("Date"),
        "date_end": tr("Last day"),
        "what": tr("What happened"),
        "actors": tr("Actors"),
        "url": tr("Address"),
        "copy": tr("Address read instead"),
        "claim": tr("Claim"),
        "correction": tr("Correction"),
        "about": tr("About"),
        "rule": tr("Rule"),
        "custom_quota": tr("Own quota"),
        "present": tr("Present"),
        "coalitions": tr("Coalitions"),
        "tags": tr("Tags"),
        "constraints": tr("Red lines"),
        "tie_changes": tr("Assumed ties"),
        "vote": tr("Vote"),
        "what_if": tr("Assumed seats"),
        "disregarded": tr("Left out"),
        "roll_call": tr("Conduct in a vote"),
        "placements": tr("Places"),
        "early": tr("Before the final count"),
        "level": tr("Level"),
        "paragraph": tr("Paragraph"),
        "paraphrase": tr("Paraphrase"),
        "colour": tr("Colour"),
        "blocs": tr("Blocs"),
        "bloc": tr("Bloc"),
        "other": tr("Other"),
        "ties": tr("Ties"),
        "assumption": tr("Assumption"),
        "tie": tr("Tie"),
    }


def _tips() -> dict[str, str]:
    return {
        "id": tr(
            "A short name such as party_a that nothing else of its kind has. What refers to it "
            "follows when it is changed."
        ),
        "name.short": tr("For tight places, such as the label of a circle."),
        "share": tr("A fraction such as 1/2 or 2/3."),
        "strict": tr("true: more than the share. false: at least the share."),
        "basis": tr("members: of all members. present: of those in the room."),
        "quota": tr("What you worked out with everybody present: a check, left out otherwise."),
        "seats_low": tr("Where sources differ: the lowest figure."),
        "seats_high": tr("Where sources differ: the highest figure."),
        "split_known": tr("false where the bloc holds several parties that no source divides."),
        "sign": tr("-1 for opposes, rival and fights, else 1. Filled in with the kind."),
        "article": tr("Where it is written."),
        "statement": tr("One plain sentence, in your own words."),
        "default_rule": tr("Id of the rule of this chamber that forms a government."),
        "cabinet.posts": tr("Ministers of the first government it formed."),
        "cabinet.event": tr("The event that tells of that government."),
        "list": tr("Id of the list of the same chamber."),
        "reports": tr("Every figure that sources give for the same seats."),
        "colour": tr("0 blue, 1 orange, 2 green, 3 teal, 4 brown, 5 purple, 6 red and so on."),
    }
