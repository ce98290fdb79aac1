"""LibreOffice without a screen. Reads one request a line (JSON) and answers each with one line.

A request opens a file and takes steps in it, each of which gives a value:
    {"open": "/tmp/a.docx", "steps": [["accept"], ["paragraphs"], ["save", "/tmp/a.pdf", "writer_pdf_Export"]]}
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Office:
    def __init__(self, program, profile):
        pipe = f"paraph{os.getpid()}"
        self.profile = profile
        self.process = subprocess.Popen(
            [
                *[program, "--headless", "--norestore", "--nologo", "--nodefault"],
                f"-env:UserInstallation=file://{profile}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        self.context = self.connect(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self.dispatcher = self.create("com.sun.star.frame.DispatchHelper")

    def connect(self, resolver, address):
        while self.process.poll() is None:
            try:
                return resolver.resolve(address)
            except Exception:
                time.sleep(0.05)
        raise RuntimeError("LibreOffice ended before it could be asked anything")

    def create(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def work(self, path, steps):
        # Commas, quotation marks, UTF-8, from the first line on; other files say what they are.
        table = {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": "44,34,76,1"}
        document = self.desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(path),
            "_blank",
            0,
            properties(Hidden=True, **(table if path.endswith(".csv") else {})),
        )
        if document is None:
            raise RuntimeError(f"LibreOffice can't open {path}")
        try:
            return [getattr(self, f"step_{name}")(document, *rest) for name, *rest in steps]
        finally:
            document.close(True)

    def dispatch(self, document, command, **arguments):
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, command, "", 0, properties(**arguments))

    def step_accept(self, document):
        self.dispatch(document, ".uno:AcceptAllTrackedChanges")

    def step_reject(self, document):
        self.dispatch(document, ".uno:RejectAllTrackedChanges")

    def step_paragraphs(self, document):
        """The words of each paragraph; deleted ones too, until somebody accepts that."""
        return [it.String for it in walk(document.Text) if it.supportsService("com.sun.star.text.Paragraph")]

    def step_header(self, document):
        style = document.StyleFamilies.getByName("PageStyles").getByName(self.first_page(document))
        parts = [style.HeaderText] if style.HeaderIsShared else [style.HeaderTextFirst, style.HeaderText]
        return [part.String for part in parts if part]

    def first_page(self, document):
        return next(iter(walk(document.Text))).PageStyleName or "Standard"

    def step_directions(self, document):
        """Of each paragraph: whether it is written from right to left."""
        return [
            it.WritingMode == 1
            for it in walk(document.Text)
            if it.supportsService("com.sun.star.text.Paragraph")
        ]

    def step_changes(self, document):
        """Each tracked change: what it does, by whom, when."""
        return [
            {"type": it.RedlineType, "author": it.RedlineAuthor, "at": moment(it.RedlineDateTime)}
            for it in walk(document.Redlines)
        ]

    def step_comments(self, document):
        """Each comment: by whom, when, and what it says."""
        fields = [
            it for it in walk(document.TextFields) if it.supportsService("com.sun.star.text.textfield.Annotation")
        ]
        return [
            {
                **{"author": it.Author, "at": moment(it.DateTimeValue), "words": it.Content},
                **{"resolved": it.Resolved, "on": it.Anchor.String},
            }
            for it in fields
        ]

    def step_cells(self, document):
        sheet = document.Sheets.getByIndex(0)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        return [
            [
                {"text": cell.String, "computes": cell.Type.value == "FORMULA"}
                for cell in (sheet.getCellByPosition(x, y) for x in range(last.EndColumn + 1))
            ]
            for y in range(last.EndRow + 1)
        ]

    def step_bookmarks(self, document):
        marks = document.Bookmarks
        return {name: marks.getByName(name).Anchor.String for name in marks.ElementNames}

    def step_properties(self, document):
        own = document.DocumentProperties.UserDefinedProperties
        return {it.Name: own.getPropertyValue(it.Name) for it in own.PropertySetInfo.Properties}

    def step_record(self, document, on):
        """Whether what follows is recorded as tracked changes."""
        document.RecordChanges = on

    def step_replace(self, document, words, by):
        find(document, words).String = by

    def step_write(self, document, after, words):
        document.Text.insertString(find(document, after).End, words, False)

    def step_clause(self, document, after, words):
        """A paragraph of its own, after the one with the words."""
        cursor = paragraph_with(document, after)
        cursor.gotoEndOfParagraph(False)
        self.divide(document, cursor)
        document.Text.insertString(cursor, words, False)

    def step_clause_before(self, document, before, words):
        cursor = paragraph_with(document, before)
        document.Text.insertString(cursor, words, False)
        self.divide(document, cursor)

    def step_divide(self, document, after):
        """Return is pressed after the words."""
        cursor = document.Text.createTextCursorByRange(find(document, after).End)
        self.divide(document, cursor)

    def divide(self, document, cursor):
        document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)

    def step_join(self, document, words):
        """The end of the paragraph with the words is deleted."""
        cursor = paragraph_with(document, words)
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.String = ""

    def step_strike(self, document, words):
        """The paragraph with the words, and its end."""
        cursor = paragraph_with(document, words)
        cursor.gotoNextParagraph(True)
        cursor.String = ""

    def step_move(self, document, words, down):
        """The paragraph with the words, past the next one or the one before."""
        document.CurrentController.ViewCursor.gotoRange(find(document, words).Start, False)
        self.dispatch(document, ".uno:MoveDown" if down else ".uno:MoveUp")

    def step_note(self, document, words, note, by):
        """A comment on the words."""
        comment = document.createInstance("com.sun.star.text.textfield.Annotation")
        comment.Content = note
        comment.Author = by
        found = document.Text.createTextCursorByRange(find(document, words))
        document.Text.insertTextContent(found, comment, True)

    def step_note_more(self, document, said, more):
        for it in walk(document.TextFields):
            if it.supportsService("com.sun.star.text.textfield.Annotation") and said in it.Content:
                it.Content = it.Content + more

    def step_footnote(self, document, words, note):
        footnote = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(find(document, words).End, footnote, False)
        footnote.String = note

    def step_frame(self, document, after, words):
        frame = document.createInstance("com.sun.star.text.TextFrame")
        document.Text.insertTextContent(find(document, after).End, frame, False)
        frame.Text.String = words

    def step_table(self, document, after, cells):
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, len(cells))
        cursor = paragraph_with(document, after)
        cursor.gotoEndOfParagraph(False)
        document.Text.insertTextContent(cursor, table, False)
        for name, words in zip(table.CellNames, cells):
            table.getCellByName(name).String = words

    def step_looks(self, document, words):
        find(document, words).CharWeight = 150.0
        paragraph_with(document, words).ParaStyleName = "Heading 1"

    def step_line_break(self, document, after):
        document.Text.insertControlCharacter(find(document, after).End, LINE_BREAK, False)

    def step_close(self, document, words):
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(False)
        self.divide(document, cursor)
        document.Text.insertString(cursor, words, False)

    def step_head(self, document, words):
        style = document.StyleFamilies.getByName("PageStyles").getByName(self.first_page(document))
        head = style.HeaderText if style.HeaderIsShared else style.HeaderTextFirst
        head.insertString(head.End, words, False)

    def step_unmark(self, document):
        """Takes all bookmarks away."""
        for name in document.Bookmarks.ElementNames:
            document.Text.removeTextContent(document.Bookmarks.getByName(name))

    def step_accept_one(self, document, words):
        document.CurrentController.select(find(document, words))
        self.dispatch(document, ".uno:AcceptTrackedChange")

    def step_reject_one(self, document, words):
        document.CurrentController.select(find(document, words))
        self.dispatch(document, ".uno:RejectTrackedChange")

    def step_author(self, document, name):
        given = properties(nodepath="/org.openoffice.UserProfile/Data")
        provider = self.create("com.sun.star.configuration.ConfigurationProvider")
        profile = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", given
        )
        profile.setPropertyValue("givenname", name)
        profile.commitChanges()

    def step_save(self, document, path, form):
        document.storeToURL(uno.systemPathToFileUrl(path), properties(FilterName=form))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            # With the splash screen goes what stands behind it.
            os.killpg(self.process.pid, signal.SIGKILL)
        # Whoever asked for it may be gone already, when a run was stopped.
        shutil.rmtree(os.path.dirname(self.profile), ignore_errors=True)


PARAGRAPH_BREAK = 0
LINE_BREAK = 1


def find(document, words):
    wanted = document.createSearchDescriptor()
    wanted.SearchString = words
    wanted.SearchCaseSensitive = True
    found = document.findFirst(wanted)
    if found is None:
        raise RuntimeError(f"nowhere: {words}")
    return found


def paragraph_with(document, words):
    """A cursor at its beginning."""
    cursor = document.Text.createTextCursorByRange(find(document, words).Start)
    cursor.gotoStartOfParagraph(False)
    return cursor


def walk(collection):
    each = collection.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


def moment(at):
    return f"{at.Year:04}-{at.Month:02}-{at.Day:02}T{at.Hours:02}:{at.Minutes:02}:{at.Seconds:02}"


office = Office(*sys.argv[1:3])
try:
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"done": office.work(request["open"], request["steps"])}
        except Exception as fault:
            answer = {"fault": str(fault)}
        print(json.dumps(answer), flush=True)
finally:
    office.close()
