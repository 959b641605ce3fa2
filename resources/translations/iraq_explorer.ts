<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name></name>
    <message>
        <source>A bug in the program: {error}. Your work is still here; save it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force-directed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ForceAtlas2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By camp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocs and states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New coalition {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete coalition {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {a} into {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolour {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release placements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of its coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release from its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} → no coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} leaves {coalition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} → {coalition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} and {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {names} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {names} to {coalition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: drop a card here, or select a bloc and press {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in a coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ New coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources give {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide, 1080p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide, 4K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4 at 300 dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} exists. Choose it by its full name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {kind} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on paper; {yes} voted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chamber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year, month or day: 2010, 2010-10 or 2010-10-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this scenario is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit date, tags and note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no date. Write 2010, 2010-10 or 2010-10-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move selection to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCENARIOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHAMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COALITIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yes} for as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bug in the program: the layout failed ({error}). Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library cannot be written here: what you make is lost at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {short} seats short. Drag a bloc into its region and watch the totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes before closing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scenario for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {seats} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario libraries (*.sqlite *.db);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a bloc or a coalition first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys go from node to node or card to card; Space adds to the selection; Esc ends a drag. Double-click selects a whole list. The wheel zooms, the middle button moves the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Iraq Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iraq Explorer {version}. Data: {title}, version {data}; {actors} actors, {ties} ties, {sources} sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program never uses the network. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag a bloc here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allied, backs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backs tacitly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negotiates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rival, opposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads, belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contested or only possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low}–{high} by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys go from node to node, Space selects, a number moves the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranging the network …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RULES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members &amp;present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} members present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {seats} seats, under each rule:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a coalition to see its verdicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quota} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {over} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{short} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name, note, tag …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⧉ Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{query}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scenarios yet. New begins one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete scenario {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename scenario {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: the scenario “{name}” is about a chamber or blocs not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in a coalition yet. Select blocs and press N to begin one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library is open, so nothing can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename scenario to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a scenario named “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “{name}”. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} built-in scenarios are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All built-in scenarios are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote as reported: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other reports: {figures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own quota: {quota} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {quota} of {all} present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {quota} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RULES, FOR {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iraq Explorer {version}, data {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: {sources}; and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (spelling not verified)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats, {certainty}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double-click selects the whole list {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources disagree about this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said to be possible, never observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>par. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{seats} seats&lt;/b&gt; of {all}, {certainty}; elected on the list {name} ({list}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several parties sit in it; no source divides its seats among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sources say of the seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimate only, never counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: about {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties in force and their evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a bloc, a line or a coalition to read what is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vote as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{yes} for&lt;/b&gt;, {no} against, {present} members present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others report &lt;b&gt;{yes}&lt;/b&gt; for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↶ Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↷ Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave kinds of ties, certainties and actors out of the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the network …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the network by any name in any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold people and parties into blocs, or show everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this network is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get &amp;built-in scenarios back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export PNG …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all blocs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New coalition of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move coalition &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move coalition ri&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocs or &amp;everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arrange afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Release all placements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;nimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Iraq Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>majority by {over}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats: {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} {sign} {change} = {seats} of {quota}: {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yes} of {present}: passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yes} of {present}: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no coalition yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats}: {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {end}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>{short} short of {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly {quota}, none to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} over {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats: {short} short of {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats: exactly {quota}, none to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats: {over} over {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{in_favour} of {present} present: passes, {quota} needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{in_favour} of {present} present: fails, {quota} needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no coalition yet, {quota} needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypothetical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backs openly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backs tacitly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negotiates with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ally of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rival of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>armed wing of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>represents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>armed group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>treaty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
