"""The words and templates of the core, marked so that they can be translated.

``core`` in ``words.py`` looks them up. A test compares them with what the core hands over.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

MARKED = (
    QT_TRANSLATE_NOOP("core", "{short} short of {quota}"),
    QT_TRANSLATE_NOOP("core", "exactly {quota}, none to spare"),
    QT_TRANSLATE_NOOP("core", "{over} over {quota}"),
    QT_TRANSLATE_NOOP("core", "{seats} seats: {short} short of {quota}"),
    QT_TRANSLATE_NOOP("core", "{seats} seats: exactly {quota}, none to spare"),
    QT_TRANSLATE_NOOP("core", "{seats} seats: {over} over {quota}"),
    QT_TRANSLATE_NOOP("core", "{in_favour} of {present} present: passes, {quota} needed"),
    QT_TRANSLATE_NOOP("core", "{in_favour} of {present} present: fails, {quota} needed"),
    QT_TRANSLATE_NOOP("core", "no coalition yet, {quota} needed"),
    QT_TRANSLATE_NOOP("core", "certain"),
    QT_TRANSLATE_NOOP("core", "reported"),
    QT_TRANSLATE_NOOP("core", "contested"),
    QT_TRANSLATE_NOOP("core", "hypothetical"),
    QT_TRANSLATE_NOOP("core", "estimate"),
    QT_TRANSLATE_NOOP("core", "ally of"),
    QT_TRANSLATE_NOOP("core", "backs openly"),
    QT_TRANSLATE_NOOP("core", "backs tacitly"),
    QT_TRANSLATE_NOOP("core", "negotiates with"),
    QT_TRANSLATE_NOOP("core", "rival of"),
    QT_TRANSLATE_NOOP("core", "opposes"),
    QT_TRANSLATE_NOOP("core", "fights"),
    QT_TRANSLATE_NOOP("core", "member of"),
    QT_TRANSLATE_NOOP("core", "leads"),
    QT_TRANSLATE_NOOP("core", "armed wing of"),
    QT_TRANSLATE_NOOP("core", "represents"),
    QT_TRANSLATE_NOOP("core", "advises"),
    QT_TRANSLATE_NOOP("core", "person"),
    QT_TRANSLATE_NOOP("core", "party"),
    QT_TRANSLATE_NOOP("core", "list"),
    QT_TRANSLATE_NOOP("core", "movement"),
    QT_TRANSLATE_NOOP("core", "armed group"),
    QT_TRANSLATE_NOOP("core", "state"),
    QT_TRANSLATE_NOOP("core", "state force"),
    QT_TRANSLATE_NOOP("core", "group"),
    QT_TRANSLATE_NOOP("core", "coalition"),
    QT_TRANSLATE_NOOP("core", "government"),
    QT_TRANSLATE_NOOP("core", "treaty"),
    # descriptions of pictures
    QT_TRANSLATE_NOOP(
        "core",
        "“{name}”: who stands with whom in the {chamber}, {seats} seats, {day}.",
    ),
    QT_TRANSLATE_NOOP("core", "The rule is {rule}: {quota} of {all} seats are needed."),
    QT_TRANSLATE_NOOP("core", "The rule is {rule}: {quota} of {all} members present are needed."),
    QT_TRANSLATE_NOOP("core", "The quota is set by hand: {quota} of {all} seats are needed."),
    QT_TRANSLATE_NOOP(
        "core",
        "In the vote as reported, {in_favour} of {present} present were in favour and "
        "{against} against: it passes.",
    ),
    QT_TRANSLATE_NOOP(
        "core",
        "In the vote as reported, {in_favour} of {present} present were in favour and "
        "{against} against: it fails.",
    ),
    QT_TRANSLATE_NOOP("core", "Other reports count {figures} in favour."),
    QT_TRANSLATE_NOOP("core", "{name} has {seats}, {verdict}: {blocs}."),
    QT_TRANSLATE_NOOP("core", "{name} has {seats}, {verdict}."),
    QT_TRANSLATE_NOOP("core", "{name} has no blocs."),
    QT_TRANSLATE_NOOP("core", "In no coalition, with {seats}: {blocs}."),
    QT_TRANSLATE_NOOP("core", "Nobody is in a coalition."),
    QT_TRANSLATE_NOOP("core", "{name} reaches the quota."),
    QT_TRANSLATE_NOOP("core", "No coalition reaches the quota; {name} comes nearest."),
    QT_TRANSLATE_NOOP("core", "{names} have equally many seats, the most."),
    QT_TRANSLATE_NOOP("core", "Assumed, not official: {blocs}."),
    QT_TRANSLATE_NOOP("core", "Ties between actors are partly assumed."),
    QT_TRANSLATE_NOOP("core", "{bloc} {seats} instead of {official}"),
    QT_TRANSLATE_NOOP("core", "Some of the evidence is left out of account."),
    QT_TRANSLATE_NOOP("core", "Rivals within {name}: {pairs}."),
    QT_TRANSLATE_NOOP("core", "Friendly across coalitions: {pairs}."),
    QT_TRANSLATE_NOOP("core", "Friendly ties with states: {pairs}."),
    QT_TRANSLATE_NOOP("core", "Hostile ties with states: {pairs}."),
    QT_TRANSLATE_NOOP("core", "1 seat"),
    QT_TRANSLATE_NOOP("core", "{seats} seats"),
    QT_TRANSLATE_NOOP("core", "{bloc} {seats}"),
    QT_TRANSLATE_NOOP("core", "{bloc} {seats} (by source {low} to {high})"),
    QT_TRANSLATE_NOOP("core", "{a} – {b}"),
    QT_TRANSLATE_NOOP("core", "{a} – {b} ({certainty})"),
    QT_TRANSLATE_NOOP("core", "{count} more"),
    QT_TRANSLATE_NOOP("core", "{items} and {last}"),
    # votes
    QT_TRANSLATE_NOOP("core", "passes, {over} over {quota}"),
    QT_TRANSLATE_NOOP("core", "passes, exactly {quota}"),
    QT_TRANSLATE_NOOP("core", "fails, {short} short of {quota}"),
    QT_TRANSLATE_NOOP("core", "does not count: no quorum"),
    QT_TRANSLATE_NOOP("core", "met, {over} over {quota}"),
    QT_TRANSLATE_NOOP("core", "met, exactly {quota}"),
    QT_TRANSLATE_NOOP("core", "not met, {short} short of {quota}"),
    # power
    QT_TRANSLATE_NOOP(
        "core",
        "A coalition counts when it wins and keeps every constraint. A member is critical "
        "when the rest, without it, no longer wins or breaks a constraint.",
    ),
)
"""Every word and template of the core that the window shows."""
