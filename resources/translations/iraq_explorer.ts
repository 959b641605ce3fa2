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
        <source>Split …</source>
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
        <source>These may sit together again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove red line: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These will not sit together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red line: {line}</source>
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
        <source>± {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly</source>
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
        <source>Preview of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hostile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is in it, those with most seats first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats of the coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs inside with hostile ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs inside without a recorded tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into how many groups it falls that friendly ties join; 1 is all joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red lines that it breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the selected bloc is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}: {seats} seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is a player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many coalitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimal winning coalitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking: {looked} coalitions seen, {found} found …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody reaches the line, not even all together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot be listed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than can be counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {found} found among the first {looked} of {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {total} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is as ticked; in all there are {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} are as ticked; in all there are {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {found} that are as ticked, of {total} in all; fewest seats first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {found} of {total}, fewest seats first.</source>
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
        <source>PNG, for slides and the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, a drawing that can be edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A3, portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hemicycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalitions, rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario with its dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actors and ties with names, kinds, signs, dates, certainty and sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bloc with its seats and the coalition it is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seats of each coalition against the quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every power index of every bloc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every statement that the verdicts rest on, with its sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file that opens anywhere, also where the dataset is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraphML (yEd, Cytoscape, networkx, igraph)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GEXF (Gephi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (spreadsheets, R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a byte order &amp;mark, for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario, on its day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actors and ties, of all dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} files (*.{ending});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print, in grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {width} × {height}</source>
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
        <source>Keep the ratio of width and height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHOWS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APPEARANCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carries the scenario with its note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped on the window, the picture opens exactly this scenario again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description in words beside it (.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export several pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures. {there} files of these names will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the layout is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything where it is now (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranging {count} nodes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing … {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {number} pictures. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {number} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
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
        <source>Drawing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the picture into the clipboard as it is shown here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be drawn: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
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
        <source>Show {kind} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disregarded:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{certainty} ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count {kind} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} ties are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinned:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} of {count} ties drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw all {count} ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count all evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count {certainty} ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties drawn at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than {lines} ties and {names} names are drawn at a time: first those that are surest, then those that most reports stand behind, then those between more seats. Zoom in to see more. Whatever you point at or select shows all its ties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chambers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the whole is called, and the scenario that is shown at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One parliament for each election. Its lists add up to its seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many seats a decision takes: a share of all members or of those present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What voters voted for. The blocs of a list add up to its seats. To begin, paste names and seats; “Fill in what is missing” in the menu Rows makes actors and blocs of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members who act together: what is moved between coalitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons, parties, armed groups, states: everyone that a tie can reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is for or against whom, from when to when, and who says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, for the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read. Everything else names sources by their ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims of an article that later reports correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in scenarios. They are easier to make in the main window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has to be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In files: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date as exact as it is known: 2010, 2010-03 or 2010-03-07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several are parted by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited in the table below, for the row that is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the form of the dataset&apos;s files (JSON).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the Arabic name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurdish name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the Kurdish name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other spellings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule for a government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts of the cabinet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event of the cabinet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splinters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of Wikidata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address read instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conduct in a vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the final count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paraphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short name such as party_a that nothing else of its kind has. What refers to it follows when it is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For tight places, such as the label of a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fraction such as 1/2 or 2/3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true: more than the share. false: at least the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members: of all members. present: of those in the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you worked out with everybody present: a check, left out otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where sources differ: the lowest figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where sources differ: the highest figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false where the bloc holds several parties that no source divides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-1 for opposes, rival and fights, else 1. Filled in with the kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One plain sentence, in your own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the rule of this chamber that forms a government.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ministers of the first government it formed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event that tells of that government.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the list of the same chamber.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure that sources give for the same seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 blue, 1 orange, 2 green, 3 teal, 4 brown, 5 purple, 6 red and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each of {count} coalitions</source>
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
        <source>Back</source>
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
        <source>Leave o&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearan&amp;ce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move selection to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data – Iraq Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a file was mended elsewhere (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mend in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the &amp;editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes in while anything is wrong.</source>
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
        <source>Import data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that can be imported ({endings});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a f&amp;ile …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in a fol&amp;der …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folde&amp;r …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&amp;mport data …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with &amp;headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pro&amp;blem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fill in what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actors, blocs, certainties and sources, as far as they follow from what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a main window on this dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while it has problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tab} ⚠ {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}[*] – Dataset – Iraq Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not filled in: the dataset changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to fill in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in, each marked as hypothetical: cells: {cells}, rows added: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown: the dataset has problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCENARIOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STORIES</source>
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
        <source>TIMELINE</source>
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
        <source>That was the first minute. {keys} explains the panel that you are in; Help has this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or select it, and press the number of a coalition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is a seat. The bold line is what counts: {quota} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows while you drag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other decisions have other lines. Choose another rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every verdict and every share of power goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who could bring what is missing? Open “Ways”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click there tries a way out, one more takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says so? Click a line or a bloc: it is explained here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its sources, and how certain each of them is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if it were another day? Drag the date, or play time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties come and go, and lists lose and gain members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can break. Undo takes one step after the other back: press it, or {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in scenarios stay as they are, whatever you try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And what did they do? “Compare” puts it beside what you have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc brings the network back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a bloc into another coalition and watch the totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {short} seats short. Drag a bloc into its region and watch the totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the dataset before closing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved with 1 problem: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {path} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bug in the program: not saved ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved with {count} problems: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changed the dataset since. Replace it by this one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a dataset already. Replace it by this one?</source>
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
        <source>The scenario in words is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is printed into {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture went to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures saved in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the scenario of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” from {file} is open as a new scenario, not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was made with version {old} of the data; this is version {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
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
        <source>{lines} of {count} ties drawn, the surest first</source>
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
        <source>What is striking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be counted: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can win: {quota} seats are needed, and all together have {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} members present</source>
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
        <source>{worth} ±</source>
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
        <source>“{name}” was deleted in another window. Saving it here keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed in another window too. Saving here keeps both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed in another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is shown as it was saved in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is written again: {path}</source>
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
        <source>Negotiate – Iraq Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chamber does not follow: {yes} for, {short} short of {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved; it is open in the window of the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree in a game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was deleted in another window; it is saved again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed in another window. Yours is saved beside it as “{own}”.</source>
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
        <source>{name}: {seats} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {quota} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yes} of {all} present voted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed: {a} {kind} {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed to have ended: {tie}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quota of your own: {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each bloc votes, who comes, and who follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it {name} has {seats} vouched for: {short} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it {name} has {seats}: {over} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bears on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only source of these seats; without it a verdict turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns a verdict</source>
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
        <source>Not the official seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some ties are assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some evidence is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: {sources}; and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RULES, FOR “{name}”</source>
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
        <source>&lt;b&gt;{seats} seats&lt;/b&gt; of {all}, assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officially: {name}</source>
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
        <source>SEATS IN THIS SCENARIO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the seats in this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats in this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gives or takes the seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From or to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the official {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the parts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split into parts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vacant seats ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off {seats} as {name} ({date})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by estimate: {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimate only, never counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split {name}: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the parts of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the parts of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: back to the official {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of {name} follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {name} follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} seats are vacant: choose who gives the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has only {count} seats to give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count} seats</source>
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
        <source>The whole list: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{seats} seats&lt;/b&gt;, {certainty}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties between its blocs</source>
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
        <source>＋ New from the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stories yet. A story tells something in steps, each with a scenario, a text and what to look at. Make the first step from what the window shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MINE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHIPPED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ Step from the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⟳ View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this step show what the window shows; its words stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▶ Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped: a change makes a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours: changes are kept by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step}</source>
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
        <source>Open from p&amp;icture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open anot&amp;her dataset …</source>
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
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y as text</source>
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
        <source>Edit da&amp;taset …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;w dataset …</source>
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
        <source>&amp;Export picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export se&amp;veral pictures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport data …</source>
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
        <source>Si&amp;mple mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ways to a majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Red lines and friction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Negotiate …</source>
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
        <source>&amp;Help on this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contents of help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First minute</source>
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
        <source>{worth}, open by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats ({low}–{high}): {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} ({low}–{high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low}–{high}: open within what sources give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low}–{high}: open by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed, part of {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed, officially {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} with {seats} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumes: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} {sign} {change} = {total} of {quota}: {worth}</source>
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
        <source>The sources have it: {statement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{article} says: {claim} Corrected: {correction}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read in a copy: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected or contested since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says: {claim}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rests on it: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed in this scenario; no source says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source that counts makes this statement.</source>
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
    <message>
        <source>Nowhere is {name} needed, so its share is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is critical in {part} coalitions; all players together are so {all} times. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others can form {all} sets; with {part} of them {name} turns losing into winning. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {all} winning coalitions {part} would lose without {name}. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {all} coalitions that lose {part} would win with {name}. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} players can join in {all} orders; in {part} of them {name} brings the quota. That is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the blocs of a coalition one right after another, {all} orders of the coalitions and of the blocs beside {name} count; in {part} of them it brings the quota. That is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other coalitions whole or not at all, its own partners singly: that makes {all} sets; with {part} of them {name} turns losing into winning. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {all} coalitions without a superfluous member. {name} is in {count} of them and gets an equal part of each, {part} together. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalitions without a superfluous member have {all} places together; {name} has {part} of them. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} winning coalitions have somebody who is needed. {name} is needed in {count} and shares each with the others who are, which makes {part}. {part} of {all} is {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} before it: {coalitions} × {each} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unions} coalitions and {before} partners before it: {coalitions} × {each} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{members} members: {coalitions} × {each}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{critical} needed: {coalitions} × {each}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalition {number} of {count} ({listed} listed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalition {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats, {over} over {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats, exactly enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without {name} {short} short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without {name} only {heads} players, where {needed} have to agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed are {needed}, so it counts 1 / {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{members} members, so it counts 1 / {members}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands for {orders} orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAYS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POWER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POLITICS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EVIDENCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OVERVIEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What really happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the difference into one network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the comparison (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, as saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two chambers have no blocs in common that could be drawn into one network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with what followed in this chamber: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No built-in scenario of this chamber tells what followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two chambers: their blocs are not the same, so none is said to have moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 bloc with {seats} seats stands elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} blocs with {seats} seats stand elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power (Banzhaf), by list as coalitions divide it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties in force only in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties in force only in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}: {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs inside: {hostile} hostile, {friendly} friendly, {unknown} unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▸ Show the whole sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▾ Hide the whole sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a coalition to see its friction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no two blocs that could rub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tie is recorded between its members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hostile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} with ties of both signs, counted as hostile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} friendly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} unknown: no tie is recorded, so not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {a} and {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No three members all have ties with each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rubbing} of {known} pairs with a recorded tie are hostile: {share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} triangles unbalanced: {share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more have a pair with ties of both signs and are left aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three are unbalanced where one pair is hostile, or all three are: somebody&apos;s friend is somebody&apos;s enemy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}: {count} hostile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest friendly tie: {a} and {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The friendly tie that is least to be relied on: the least certain, then the one that ends first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it no chain of friendly ties joins the two in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ties are in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frustration {limit} {count}: so many of {all} lines contradict the best two camps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two camps that fit best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ {a} and {b}, in different camps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− {a} and {b}, in the same camp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: the network is balanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is too dense to be sure of the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} divisions fit as well; this is one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a recorded tie: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banzhaf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all the times that somebody is needed to win, how often is it this player? A player is needed in a winning coalition that loses without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>John Banzhaf, 1965, in a critique of weighted votes on county boards. Lionel Penrose had had the idea in 1946.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every coalition counts the same, also those that would never form. As the shares always add up to 100%, a share can grow only because others are needed less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapley-Shubik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players join one after another. In how many of all possible orders is it this player who brings the quota?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lloyd Shapley and Martin Shubik, 1954.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every order counts the same, as if nobody liked one partner more than another. It divides a prize, such as the posts of a government, and says less of influence on what is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banzhaf, absolute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If each of the others joined or stayed away by the toss of a coin, how likely would it be that this player decides?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lionel Penrose, 1946; it is also called the Penrose measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares do not add up to 100%: a high quota lowers them for all. And no parliament tosses coins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deegan-Packel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If only coalitions without a superfluous member form, each of them equally likely, and the members share alike, what does this player get?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>John Deegan and Edward Packel, 1978, after William Riker&apos;s minimal coalitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A player with fewer seats can come out ahead of one with more, and one seat that is needed gets as much as ninety. Real governments often take in more than they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public good (Holler)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all places in coalitions without a superfluous member, how many are this player&apos;s? What such a coalition wins is for all its members whole, as a law is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manfred Holler, 1982.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A player with fewer seats can come out ahead of one with more. Coalitions larger than necessary are left out, though they do form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Johnston</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Banzhaf, but where several members are needed at once each gets only its part: half where there are two, all where it is needed alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ronald Johnston, 1978, in reply to Michael Laver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It favours large players, who are often the only one needed. Every coalition counts the same, also those that would never form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coleman, to prevent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all winning coalitions, how many would lose without this player?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>James Coleman, 1971.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares do not add up to 100%: each is about one player, and 100% is a veto. The higher the quota, the more everybody can prevent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coleman, to initiate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all coalitions that lose, how many would win if this player joined?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares do not add up to 100%. The higher the quota, the less anybody can bring about, so compare players under one rule and not rules by one player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Shapley-Shubik, but the blocs of a coalition join one right after another. How often does this bloc bring the quota?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guillermo Owen, 1977.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coalitions are taken as settled, and no bloc ever leaves its own. A bloc in no coalition stands for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banzhaf-Owen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Banzhaf, absolute, but other coalitions join whole or not at all, by the toss of a coin, and the blocs of the own one singly. How likely does this bloc decide?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guillermo Owen, 1982.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares do not add up to 100%. The coalitions are taken as settled; a bloc in no coalition stands for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume the opposite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disregard this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume a tie …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} statements · {doubtful} contested or hypothetical · {assumed} assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a verdict turns on one source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a verdict turns on any of {count} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disregard {certainty} ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line to read who says so, and to try what follows without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume it no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the sources have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer assume a tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume ended: {tie}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume the opposite: {tie}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume: {a} {kind} {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disregard {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest other types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After Laver and Benoit, The basic arithmetic of legislative decisions (2015).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}, by lists at {quota} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of elections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({seats})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chambers, with their seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}; …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reckoning how near the other types are …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fewest seats that make it another:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No seats moved between its lists make it another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These seats are in blocs that are split: merge their parts first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {seats}: {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {giver} to {taker}, or in {count} other ways from one list to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {givers} to {takers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of {count} lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} or {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members to win over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats to shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties to mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reckoning …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a coalition to see what it lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: {name} reaches {quota}, and nothing inside it stands against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members to win over: none, the line is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members to win over: {members} of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All others together are too few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of whole blocs 1 would do, any of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of whole blocs 1 would do, and only this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of whole blocs it takes {size}, in {count} ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats to shift: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All others together have too few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any one of {count} lists has them outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One list has them outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They take {size} lists, in {count} ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} from {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {seats} from {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties to mend: none inside {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties to mend: {pairs} inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties to mend: none, but a red line to give up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With everybody the line is missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a way to the line with nothing to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the line with fewest has {count} to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be a better one: not all could be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} – {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pair}: {kinds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend {pairs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up {count} red lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up 1 red line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {name} pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is gone: moved, renamed or deleted. Its scenarios are known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved here. Everything can go into another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in another file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in {path}, and you go on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} scenarios in {file} can still be read, {lost} cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} scenarios in {file} can still be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them into {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} scenarios are now in {file}. {damaged} was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the offer away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties of both signs make a friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise a bloc with both counts as hostile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose states to see which coalitions contain nobody hostile to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coalition has a bloc yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {coalition}: nobody hostile to {powers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ {coalition}: {names} hostile to {powers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (ties of both signs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friends inside: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No friend inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without each of these it loses its majority: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{power}: no tie recorded with {names}. Unknown counts as neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} short, and no friend outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} short; with every friend from outside it is still {left} short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} short. Friends it could win with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole chamber: without those hostile to {powers} {seats} seats are left, {missing} short of {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole chamber: {count} minimal winning coalitions contain nobody hostile to {powers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole chamber: {seats} seats are left without those hostile to {powers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of them needs {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hostile} of {known} known pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leading coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hostile inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest bloc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can win: the quota is more than all seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many lists to reckon power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POWER AND SEATS, BY LIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banzhaf power, quota {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}.{tenth} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats of the part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this part away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts add up to {found}, not to {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every part needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two parts have the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} = {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Politics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} never in one government with {other} ({group})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be in the government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Govern together with {other} ({group})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the most seats of all groups in the government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have at least {count} of the {posts} posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {count} groups in the government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} seats more than the line takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RED LINES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WISHES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} of {quota}: {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{partners}: {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without {blocs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts: {shares}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lapsed with its round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yes} for, {quota} needed: carried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yes} for, {quota} needed: fails, {short} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last game, of {groups} on “{name}”, has come to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A game of {groups} on “{name}” waits in round {number} of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No government in {rounds} rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {points} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crossed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What followed: {name}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FRICTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUTSIDE POWERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who shares the posts, those with most seats first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats inside the coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts in proportion to the seats: Gamson, A theory of coalition formation (1961)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts given out one by one, by the rule chosen above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule of division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d&apos;Hondt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sainte-Laguë</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who shares the posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By bloc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negotiate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each group has blocs, and a private card with red lines and wishes. Talk, make offers, and bring one through the chamber&apos;s vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the cards come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the record: ties in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made up: drawn by lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes of a round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minutes each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts to share out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show how it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G&amp;o on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>THE DEAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deal number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocs and their groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose rows, then press the number of a group or its button above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of group {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}  {name}: {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal the chosen rows to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}  {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts by partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a coalition to see how it could share its posts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no seats to share posts by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly {share} of {posts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 post is left over: {names} have an equal claim to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} posts are left over: {names} have an equal claim to one each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of your own: none is known for this chamber.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{posts} posts, as in the cabinet of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of your own; the cabinet of {day} had {posts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{posts} or {more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this index asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this index asks, who proposed it, when it misleads (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red &amp;lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the free value, reckon on allowed coalitions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{name}.&lt;/b&gt; {asks}&lt;br&gt;&lt;b&gt;Proposed by&lt;/b&gt; {source}&lt;br&gt;&lt;b&gt;It misleads&lt;/b&gt; where this is forgotten: {misleads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no second rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than half of the players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under red lines this index is not reckoned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under red lines, in hatched bars: {definition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} each break one by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} winning coalitions remain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and a&amp;lso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the free value is explained by its coalitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} breaks one by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {seats} seats, {share} of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reckoned under red lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} under red lines: {share}, exactly {fraction}. How the free value comes about is told by the number under Power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {power} of the power, exactly {fraction}, with {seats} of the seats. Click the number, or press Enter, to see how it comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quota} of {all}: {rules}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of each player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fraction of very long numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By list, divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lists} divided: {name} decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lists} divided: {name} rises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {quota}: {first} = {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {quota}: {count} lists equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}, {quota} of {all}. {story}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No majority ever needs {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} wins alone, and nobody wins without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody wins without {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {seats} of the seats and {power} of the power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} ({most} seats) and {second} ({least}) are exactly equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} ({most} seats) has no more power than {second} ({least}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} blocs from {least} to {most} seats are exactly equal: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} players from {least} to {most} seats are exactly equal: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lists from {least} to {most} seats are exactly equal: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once {lists} divides into {parts}, {name} ({seats} seats) rises from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once {lists} divide into {parts}, {name} ({seats} seats) rises from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It decides: without it neither {coalition} ({own}) nor all the others together ({others}) reach {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota {quota} is not above half of {all}: two coalitions with no common member can both win.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This index cannot be had here: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a second rule that counts heads, this index is not reckoned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both rules count the same seats, so the higher of {first} and {second} decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quota} seats and {heads} of the {number} players are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own quota: {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not take the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept safe until it is saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work was found that cannot be read. It is kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work on a dataset was found that cannot be read. It is kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved dataset is thrown away when this window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved when the program ended on {moment}: the dataset “{title}”, 1 row changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved when the program ended on {moment}: the dataset “{title}”, {count} rows changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be brought back: {names}. It is kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved work is thrown away when this window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” (1 change)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” ({count} changes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved when the program ended on {moment}: {scenarios}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest part of it cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} and {b} never together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} only together with {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} in every coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} leads or stays out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} with {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} without {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} does not lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks 1 red line: {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks {count} red lines: {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {coalition} breaks 1 red line: {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {coalition} breaks {count} red lines: {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red lines that are broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ Add a red line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Mark blocs that will not sit together: red lines warn and never forbid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ No coalition breaks a red line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Delete to remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by you. It rests on no source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hostile tie in force proposes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never together, by ties in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something speaks against these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one proposal is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} proposals are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more is accepted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more are accepted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they are proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: accept all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line}: {but}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offer yet. Talk, then make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} proposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put to the vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every partner has to accept first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, offer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {count} red lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elected on one list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>friendly ties too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hostile tie in force between two blocs, or between people, parties and armed groups that belong to them, proposes that the two never sit together. Certain, reported and contested ties propose, in that order; what is only hypothetical does not. Friendly ties propose nothing: allies can do without each other. No tie says that a bloc serves only as the leader. Required partners and leaders are yours to add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other bloc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in every coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads or stays out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this red line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two blocs, here or on the board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: {data}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: {sources}. Data: {data}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more blocs move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{news}; and {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} leaves the {list}; {seats} seats, {total} are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} leave the {list}; {seats} seats, {total} are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} is with the {list} again; {seats} seats of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} are with the {list} again; {seats} seats of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} sits with the {list}; {seats} seats, now {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} sit with the {list}; {seats} seats, now {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} is not with the {list} yet; it has {total} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} are not with the {list} yet; it has {total} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tie is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ties are back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is not there yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} are not there yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tie is not there yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ties are not there yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tie begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ties begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tie ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ties end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {bloc} leaves the {list}, {seats} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {bloc} sits with the {list}, {seats} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, begins: {statement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, ends: {statement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right go from event to event, with Shift by a day, with Ctrl by a month; Home and End to the first and last; Enter tells of the event; Space plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists follow the date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocs that leave or join a list by then leave or join its coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From event to event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play time (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: {name}, {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vote in heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often attendance and cohesion are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same draws, on every machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each bloc changes: if against → if for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bug in the program: the simulation failed ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance and cohesion in per cent are each member&apos;s chance. Draw them many times to see how often the vote passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: {chance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {made} of {asked} draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to chance: blocs are counted in heads or whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % ± {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes for in the draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high} votes for, {mean} on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type % for per cent, H for heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bloc}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heads} {rules}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blocs of the chamber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members of the bloc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the bloc does: F for, A against, B abstains, X absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of its members come, per cent or heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohesion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of those who come do as the bloc does, per cent or heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What those do who come and do not follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vote is tried in this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vote begins with the coalitions: the leading one is for, every other against, blocs in none abstain. Then say who comes, and who follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is voted on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is voted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set all of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: count in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: count in heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: {votes} for, as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All blocs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: {names} {stance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count all in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count all in heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew from the coalitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: as it was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the vote away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {votes} for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{votes} for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHOOSE FILES, OR DROP THEM HERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>READING …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ THIS COMES IN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT READ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV with the columns country, date, party and seats: a row for each party of each election, as in ParlGov&apos;s view_election.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraphML or GEXF, as Gephi, yEd, Cytoscape, igraph and networkx write them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV named after what each holds: actors.csv, ties.csv, sources.csv and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets and scenario files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON of this program, or its folder. Tables, elections and networks that are added to one come into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files are being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASSUMED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As reported:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try {votes} votes for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quota of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{votes} for, {against} against, {present} present: {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{votes} for: {sources}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {with_it} % if it is for, {against} % if it is against, {away} % if it stays away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{against} → {with_it} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each bloc changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each bloc does in the vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: the rest of {names} {stance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: attendance of {names} {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote: cohesion of {names} {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heads}/{all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} abstaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{present} of {members} present: {yes} for, {no} against, {neither} abstaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} {rule}: {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} – this line moves with attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {seats} seats: {heads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes in none of the draws; the chance is below {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes in every draw; the chance is above {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes in {share} % ± {error} of the draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}; exactly {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocs in no coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalition at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the red lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hostile pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAYS TO A MAJORITY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEAR MISSES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHO IS NEEDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALL MINIMAL WINNING COALITIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT WOULD HAVE TO CHANGE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEGISLATURE TYPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PORTFOLIOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the preview away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the scenario again as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with the selected bloc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A required partner stays, also where its seats are not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no coalition yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No red line is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {names} to {coalition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a coalition of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to a majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a coalition to see its ways to a majority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has reached {quota}: nobody has to join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {seats} seats together miss {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many ways to find the smallest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ways, but none is left by what is ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ways of up to {count} partners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many ways to look at all; these are some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of {all} shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {count} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near misses of the coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near misses among lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within {near} seats of {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody comes within {near} seats of {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats}, {short} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members of the coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a coalition to see who is needed in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {short} short of {quota}: there is no majority to bring down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{members} who leave bring it down; with one fewer it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 member who leaves brings it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is critical: without it {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can leave: without it {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bloc alone brings it down by leaving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bloc alone brings it down by leaving: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} blocs bring it down by leaving, each alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fewest blocs that bring it down by leaving are {size}: {way}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ways}; and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fewest blocs that bring it down by leaving are {size}, in {count} ways: {ways}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hostile pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hostile pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hostile pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined by friends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs inside with hostile ties: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs with friendly ties alone: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs without a recorded tie: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friendly ties leave the members in {count} groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friendly ties join every member to every other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} seats: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} over {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest seats over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least friction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined by friendly ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By list as divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single winning list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongly dominant list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} reaches {quota} alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any two of {a}, {b} and {c} reach {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} reaches {quota} with either {b} or {c}; these two do not without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} with {b} reaches {quota}; no other two do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two lists reach {quota} together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes for, of {present} present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {quota}: {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes, {quota} needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails, {quota} needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a dataset or a scenario file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets and scenario files (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” opens in a window of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the dataset that is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is open as a new scenario, not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened: the dataset has problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more, in the window of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {seats} seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {share} of {whom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {share} of {whom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quota} of {all}: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {present} present: {quota}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search help …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put help away (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in help has “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of people, parties and states are found in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HELP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R: put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc: end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes for this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coalition is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody more: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody together is not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total}, {over} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{partners}: {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} other ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No majority to lose: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not without {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could leave alone: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tie in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to its place in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tie only in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tie only in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coalition of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tie only in this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parliament of one seat to begin with. Put names and seats into Lists, then choose “Fill in what is missing”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was a scenario file. Its scenario “{name}” is among the scenarios now, as the one that is shown first. Save it where you like; the file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a copy: save it where you like. What it is made of stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps it, Shift+Enter begins a new line, Esc goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2010-03-07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} problems here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cell}. Problem: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program can open this dataset as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHECKING …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 PROBLEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} PROBLEMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ NO PROBLEMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of the chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. Insert adds a row; or paste a table from a spreadsheet, with a heading such as {titles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change an id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records that name it followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bug in the program: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells are in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is pasted or emptied: the dataset changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emptying cells …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted: rows added: {added}, changed: {changed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted: {wide} columns do not fit into the {room} from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted: a dataset has one heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GROUPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show to us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the card of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the mouse button or Space while the others look away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold “Show to us” beside your group while the others look away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not possible: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards and points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of what you agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save what you agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with what really happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play &amp;again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed in a game of {count} groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {points} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Government of {partners}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The government of {partners}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAKE AN OFFER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who makes the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocs of the government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How posts are proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after d&apos;Hondt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after Sainte-Laguë</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamson {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} posts are still to be given out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} posts too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who makes the offer has to be in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick blocs of another group: a government takes at least two groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OFFERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;resent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present &amp;from this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present the s&amp;cenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stories …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {number}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no step yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be presented: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple mode hides {panels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple mode hides nothing now: every panel was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF of slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print, grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} slides, to {path}, which is there and is written over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} slides, to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {number} slides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the audience sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: on · ←: back · B: dark · L: spotlight · H: chamber · R: put back · X: swap the screens · N: notes away · Esc: end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} · the screen is dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with the next key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt with Up or Down moves a step, Delete deletes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be shown: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library is open, so no story can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add step {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the view in step {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete step {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move step {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename story to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} slides saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed in another window. Yours is saved beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must not be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each rule says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for the speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lit: {names}  ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lit: {names}. A click lights all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit step {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the large picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the counted answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete story {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the first minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the first minute (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First minute, {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As asked:
{answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help – Iraq Explorer</source>
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
        <source>“{name}”: who stands with whom in the {chamber}, {seats} seats, {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is {rule}: {quota} of {all} seats are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is {rule}: {quota} of {all} members present are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota is set by hand: {quota} of {all} seats are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the vote as reported, {in_favour} of {present} present were in favour and {against} against: it passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the vote as reported, {in_favour} of {present} present were in favour and {against} against: it fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other reports count {figures} in favour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {seats}, {verdict}: {blocs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {seats}, {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no blocs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no coalition, with {seats}: {blocs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in a coalition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} reaches the quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coalition reaches the quota; {name} comes nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} have equally many seats, the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed, not official: {blocs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties between actors are partly assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bloc} {seats} instead of {official}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the evidence is left out of account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rivals within {name}: {pairs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friendly across coalitions: {pairs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friendly ties with states: {pairs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hostile ties with states: {pairs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bloc} {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bloc} {seats} (by source {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} – {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} – {b} ({certainty})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes, {over} over {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes, exactly {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails, {short} short of {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not count: no quorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met, {over} over {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met, exactly {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not met, {short} short of {quota}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A coalition counts when it wins and keeps every constraint. A member is critical when the rest, without it, no longer wins or breaks a constraint.</source>
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
