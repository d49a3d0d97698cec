//! The help texts, written for translators.

/// Where pairs go, and which: `align`, `export` and `convert` take the same options.
macro_rules! outputs {
    () => {
        "\
Output:
  -o, --output OUT        where the pairs go; the ending says the format (below). Several -o write several
                          files; - is standard output (needs --format).
      --format FORMAT     the format of an OUT whose ending does not say: one of the endings below
        .tmx              translation memory TMX 1.4         .jsonl    JSON lines for training runs
        .xlf              XLIFF 1.2                          .parquet  the same as columns
        .xliff            XLIFF 2.1                          .moses    two files of lines, .en and .ko
        .tsv              table for corpus tools             .tei      alignment with two TEI texts beside it
        .csv              table for spreadsheets             .xces     the same in OPUS' form
        .xlsx             workbook to review in              .md       Markdown table
        .html             report to read and print           .jjak     project to open in the window
      --replace           also over a project that holds your work, which else is refused; the one before
                          stays beside it as NAME.1.jjak (or .2, .3 ...)

Which pairs, and how:
      --states LIST       only pairs of these states: unreviewed, accepted, flagged (commas between them)
      --verdicts LIST     only of these verdicts: exact, free, partial, not-a-translation,
                          intended-omission, none (without one)
      --min-confidence N  leave out pairs that Jjak is less sure of than N (0 to 1); what a person accepted
                          or made stays
      --one-to-one        leave out pairs of several sentences
      --one-sided         keep sentences without a counterpart, too (not in TMX and .moses)
      --paragraphs        whole paragraphs instead of sentences; one of which a pair is left out is left out
      --duplicates HOW    keep-all (if you say nothing); keep-first of pairs that say the same, of all files
      --source LANG       en or ko: the language translated from, which is srclang and the first text of TMX,
                          the source of XLIFF and the first column of tables. If you say nothing, what the
                          project or file says (TMX, XLIFF and PO say it, of a table the first of the two
                          columns is the source), else English. A project keeps it
      --order ORDER       document: as the rows stand (if you say nothing); english, korean: as in that text
      --normalize LIST    make alike: nfc (composed letters), quotes (straight ones), spaces (one for any
                          white space, none at the ends, no invisible characters); commas between. What
                          came in a file of pairs else stays as it is, byte for byte.
      --spreadsheet-safe HOW
                          yes (if you say nothing): an apostrophe before each cell of .csv that a spreadsheet
                          would take for a formula; convert takes it away again. no: cells as they are
      --no-notes          leave out the notes on pairs
      --plain             the texts alone, without states, confidence, sources and the like: smaller files
                          that tell nothing of whose they are (not for .html, .md and .jjak)
      --report-language L the language that an HTML report speaks: en (if you say nothing), ko
      --en-code CODE      the language codes in TMX: en-US
      --ko-code CODE      and ko-KR if you say nothing
"
    };
}

pub const STATS: &str = "\
Counts what is in a corpus of many documents: pairs, words, lengths, confidence, numbers that agree, and what stands in
it twice.

Usage:
  jjak stats CORPUS.jsonl [-o OUT ...]

CORPUS.jsonl is what jjak batch writes (a line a pair; `project` is the document).

Options:
  -o, --output OUT        figures.json, or page.html with plots; the figures on standard output if you say nothing
      --strict            exit with 1 if there was a warning
  -h, --help              this help
";

pub const SPLIT: &str = "\
Divides a corpus of many documents into train.jsonl, dev.jsonl and test.jsonl, with a card for Hugging Face (README.md).
Each document is whole in one part, and so are documents that are nearly the same, so that no test is known from
training. A line stays as it is.

Usage:
  jjak split CORPUS.jsonl -o FOLDER

CORPUS.jsonl is what jjak batch writes (a line a pair; `project` is the document).

Options:
      --dev SHARE         about this share of the documents is for development (.01)
      --test SHARE        and this for test (.01)
      --seed N            another division (1); the same one divides alike, and documents that are added move none but
                          those that are nearly the same
      --duplicates HOW    keep-all (if you say nothing); keep-first of pairs that say the same but for letter case,
                          marks and spaces
      --replace           also over parts that are there
      --strict            exit with 1 if there was a warning
  -h, --help              this help
";

pub const BATCH: &str = "\
Pairs the sentences of many English and Korean texts: every row of a table. What goes wrong with a row stops
no other.

Usage: jjak batch PAIRS -o OUT [-o OUT ...] [options]

PAIRS is a table with a row a pair (.tsv, .csv, or .jsonl with an object a line; - reads JSON lines or such a
table from standard input). The first line names the columns. en and ko are the files, as jjak match writes
them; or en_text, ko_text, en_html, ko_html hold the texts themselves. Others that count: id, glossary, pins,
domain, reviewer, en_url, ko_url (told, never fetched); rows with a score below .5 are no pairs and skipped.
Names of files are seen from where you are, else from the table.

Output:
  -o, --output OUT        OUT.jsonl, .tsv, .csv, .tmx, .parquet or .moses: all pairs of all rows in one file,
                          with the row's id as `project`; OUT/ (or a folder): a project (.jjak) for each row,
                          named by its id; - with --format jsonl: an object a row, in the order of the table,
                          with its id, status (ok, warned, failed, skipped), error, warnings, both sides'
                          sources, sentences and excluded blocks, pairs with confidence, share_paired, proof,
                          seconds
      --format FORMAT     the format of an OUT whose ending does not say
      --log FILE.jsonl    the same objects without pairs and blocks
      --replace           also over projects that hold your work; those before stay beside

Running:
      --jobs N            so many rows at a time (as many as there are processors)
      --timeout S         a row that takes longer than S seconds fails (300)
      --max-memory M      a row that needs more memory fails: 500M, 2G (2G). On Linux
      --resume            go on with a batch that was ended, by whatever: with the same table and options it
                          gives what it would have given. What it has done is in OUT.batch until it is done
      --shard K/N         only every Nth row, beginning with the Kth: 1/100 ... 100/100 make the whole

Which texts and pairs:
      --segmented         each line of a text is a sentence
      --glossary FILE     terms for all rows; a row's own glossary adds to them
      --domain, --reviewer  what is told of rows that do not say themselves
      --min-confidence N  and the other options of jjak align that say which pairs, how they are written and
                          how texts are cut (--one-to-one, --one-sided, --duplicates, --plain, --srx ...)
      --strict            exit 1 on warnings, too
  -h, --help              this help

Progress is a bar on a terminal, a line a minute elsewhere. Exit code: 0 done, 1 if a row failed (or, with
--strict, was warned of), 2 could not run.

Examples:
  jjak match english/ korean/ -o pairs.tsv && jjak batch pairs.tsv -o corpus.parquet
  jjak batch pairs.jsonl -o corpus.jsonl -o work/ --log done.jsonl --resume
  cat pairs.jsonl | jjak batch - -o - --format jsonl
";

pub const GENERAL: &str = "\
Jjak pairs the sentences of an English text and its Korean translation, so that you can check the pairs
and use them as a translation memory (TMX) or a corpus (TSV).

Usage:
  jjak [EN KO | FILE.jjak]        open the window, with two texts or with earlier work
  jjak align EN KO -o OUT         do the whole job without a window and write the pairs to OUT
  jjak batch PAIRS -o OUT         do it for every pair of a table, into one corpus or a project each
  jjak segment FILE               show a text's sentences, one a line
  jjak clean FILE                 show what of a page is its article, and what menus, adverts and the like
  jjak export FILE.jjak -o OUT    write the pairs of earlier work: TMX, TSV, XLSX, Parquet ...
  jjak convert PAIRS -o OUT       turn a file of pairs (TMX, XLIFF ...) into another format or a project
  jjak check FILE                 what looks wrong in the pairs of a project or a file of any tool; its proof
  jjak diff A.jjak B.jjak         show the rows that two projects hold differently
  jjak match EN KO -o PAIRS.tsv   find which texts of two folders belong together
  jjak job PAIRS.tsv -o JOB       make a job of a table of pairs; show, check and export it
  jjak stats CORPUS.jsonl         what is in a corpus of many texts, as figures or a page
  jjak split CORPUS.jsonl -o DIR  a corpus in parts for training, development and test
  jjak score GOLD PREDICTED       compare pairs with the pairs that people made

EN and KO are saved web pages, plain text, Markdown, subtitles (.srt, .vtt, .smi), documents (.docx, .hwp,
.hwpx, .hml, .odt, .rtf, .pptx, .odp, .xlsx, .ods; .pdf as an experiment) or books (.epub). The encoding of
text is found: UTF-8, UTF-16 or the Korean EUC-KR (CP949). book.epub#3 is a book's third chapter,
book.epub#list shows which there are; page.txt#120-4800 is what stands from byte 120 to 4800 of a page's
text. If you give the Korean text first, Jjak notices.

Options:
  -h, --help                      this help; `jjak align --help` for one command
  -V, --version                   the version of Jjak

Examples:
  jjak english.html korean.html
  jjak align english.html korean.html -o article.tmx
  jjak align english.txt korean.txt -o - --format tsv

Exit code: 0 done, 1 done, but with warnings that you asked to be told of (--strict: every command that reads
takes it), or with a damaged project, 2 could not run or refused.
";

pub const ALIGN: &str = concat!(
    "\
Pairs the sentences of an English text and its Korean translation.

Usage: jjak align EN KO -o OUT [-o OUT ...] [options]
       jjak align BOTH -o OUT [-o OUT ...] [options]

EN and KO are saved web pages, texts, documents or books; one of them may be - (standard input). BOTH is one
file that holds both languages, by turns or side by side; its blocks are separated by script. Menus, adverts,
bylines and the like are left out, the rest is cut into sentences and paired. Nothing gets lost silently:
Jjak prints where every character of both texts went.

",
    outputs!(),
    "
Control:
      --encoding NAME     read both texts in this encoding, such as utf-8, cp949, utf-16 or windows-1252, if
                          Jjak took them for another
      --en-encoding NAME  likewise only the text given first
      --ko-encoding NAME  or only the one given second
      --columns EN,KO     the two texts are columns of one table (.tsv, .csv, .xlsx, .ods), by number from 1
                          or by name; each cell is a paragraph
      --segmented         every line is a sentence already: nothing is left out or cut, line numbers stay
      --beads FILE        also write the pairs as numbers, one pair a line: English sentence numbers, a tab,
                          Korean sentence numbers, a tab, the confidence. Numbers count from 0 (lines with
                          --segmented, else the sentences that `jjak segment` shows); commas between them;
                          a side may be empty.
      --pins FILE         pairs to keep as they are, in the same form; the rest is paired around them
      --scores FILE       what a model of your own thinks of pairs of sentences, one pair a line: English
                          number, a tab, Korean number, a tab, similarity from 0 (no translation) over .5
                          (says nothing) to 1; numbers as above. One signal more beside words and lengths;
                          a pair that is not in the file is judged as ever
      --glossary FILE     your terms, one a line: English, a tab, Korean (several stand apart by |);
                          they add to those of glossary.tsv in your lists folder
      --endings LEVEL     which Korean endings close a sentence without a mark at its end: 0 none, 1 those of
                          polite speech (-니다, -요; if you say nothing), 2 plain ones, too (-했다)
      --quotations HOW    whole: a quotation stays one sentence; split: it is cut at its stops unless Korean
                          grammar ties it to the sentence around it (if you say nothing); always
      --inline-marks HOW  datelines, photo credits and bylines inside a paragraph: exclude leaves them out of
                          its sentences and lists them (if you say nothing); keep
      --wrapped HOW       lines that were broken at a column are read as paragraphs: auto (if you say nothing)
                          where they look it, yes, no
      --srx FILE          also cut by the rules of an SRX 2.0 file: where one of them matches it decides
      --srx-only          only the rules of that file count
      --domain TEXT       the subject field, which the project, TMX and JSONL carry
      --reviewer NAME     who reviews, likewise
      --strict            exit with 1 if there was a warning, such as texts given the wrong way round or
                          pictures that were left out
  -h, --help              this help

Examples:
  jjak align english.html korean.html -o article.tmx -o article.tsv
  jjak align english.epub#3 korean.epub#4 -o chapter.tmx
  jjak align english.txt korean.txt -o sure.tmx --min-confidence 0.9 --ko-code ko
  jjak align --segmented english.sent korean.sent --beads pairs.tsv
  jjak align english.txt korean.txt -o - --format tsv | cut -f 1,2
"
);

pub const SEGMENT: &str = "\
Shows a text's sentences.

Usage: jjak segment FILE [options]

FILE is a saved web page, a text, a document or a book; - is standard input.

Options:
      --format FORMAT     lines: one sentence a line (if you say nothing)
                          json: where each begins and ends (bytes), and the rule that began it
                          explain: every place where a sentence might end, split or join, and why
      --lang LANG         en, ko or auto (if you say nothing): the language of the text
      --encoding NAME     read the text in this encoding, such as utf-8, cp949, utf-16 or windows-1252
      --no-clean          keep menus, adverts and the like; take every line as a paragraph of its own
      --segmented         every line is a sentence already: nothing is left out or cut
      --endings LEVEL     which Korean endings close a sentence without a mark at its end: 0 none, 1 those of
                          polite speech (-니다, -요; if you say nothing), 2 plain ones, too (-했다)
      --quotations HOW    whole: a quotation stays one sentence; split: it is cut at its stops unless Korean
                          grammar ties it to the sentence around it (if you say nothing); always
      --inline-marks HOW  datelines, photo credits and bylines inside a paragraph: exclude leaves them out of
                          its sentences and lists them (if you say nothing); keep
      --wrapped HOW       lines that were broken at a column are read as paragraphs: auto (if you say nothing)
                          where they look it, yes, no
      --srx FILE          also cut by the rules of an SRX 2.0 file: where one of them matches it decides;
                          rules that cannot be used are listed
      --srx-only          only the rules of that file count
      --write-srx FILE    write the built-in rules and your lists as SRX 2.0 instead, as far as SRX can
                          say them, so that OmegaT, memoQ or Trados cut alike; no text is read
      --strict            exit with 1 if there was a warning
  -h, --help              this help

Your own lists add to the built-in ones. They are text files, one entry a line, in the folder jjak/lists of
your configuration directory (on Linux ~/.config/jjak/lists):
  segment/NAME.txt        NAME as in assets/segment: abbreviations, starters, brands ...
A line that cannot be used is told with its file and number.

Examples:
  jjak segment korean.html
  jjak segment --format explain korean.txt | grep quote-tail
  jjak segment --write-srx jjak.srx
";

pub const CLEAN: &str = "\
Shows what of a page is its article and what is not: menus, share buttons, adverts, bylines ...

Usage: jjak clean FILE [options]

FILE is a saved web page, a text, a document or a book; - is standard input.

Options:
      --format FORMAT     text: one paragraph a line; those left out begin with the reason (if you say
                          nothing)
                          json: a list with where each begins and ends (bytes), its text, whether it is
                          kept, and the reason if not
      --inline-marks HOW  datelines, photo credits and bylines inside a paragraph: exclude leaves them out of
                          its sentences and lists them (if you say nothing); keep
      --wrapped HOW       lines that were broken at a column are read as paragraphs: auto (if you say nothing)
                          where they look it, yes, no
      --encoding NAME     read the text in this encoding, such as utf-8, cp949, utf-16 or windows-1252
      --strict            exit with 1 if there was a warning
  -h, --help              this help

Your own lists add to the built-in ones. They are text files, one entry a line, in the folder jjak/lists of
your configuration directory (on Linux ~/.config/jjak/lists):
  clean/NAME.txt          NAME as in assets/clean: navigation, related, byline ...
  clean/never.txt         lines to exclude from every page; * stands for anything
A line that cannot be used is told with its file and number.

Examples:
  jjak clean english.html
  jjak clean --format json korean.html > blocks.json
";

pub const MATCH: &str = "\
Finds which English and which Korean texts belong together, by what they say, and writes a table of pairs.

Usage: jjak match EN KO -o PAIRS.tsv [options]
       jjak match BOTH -o PAIRS.tsv [options]

EN and KO are folders (with the folders in them), lists (@FILE: a file with one name a line), zip archives,
books (.epub, each chapter a text) or single texts; BOTH holds texts of both languages. The language of each
text is told by its script. A file that holds both languages is a pair by itself.

The table has a line for each pair, and for each text without one:
  en, ko                  the names of the texts, as they can be read (also pages.zip/a.html, book.epub#3)
  score                   the probability that they belong together; a row with both sides and a score of .5
                          or more is a pair
  margin                  how much more likely it is than the next best
  how                     content, name (the names of the files differ only in the language) or both; known
  why                     what both hold: names, figures, words; how many sentences pair; what speaks against
  state                   sure (.9 and more), look (see for yourself), guess (no pair, but the likeliest),
                          version (another version of a text that is in a pair), duplicate, part (a part of
                          a page that holds several articles: page.txt#120-4800, in bytes of its text),
                          alone (no counterpart, or it cannot be used), none (no counterpart, you said so)
  of                      the text that a version, duplicate or part is of
You can edit it: change, add or delete rows; empty the score of a guess that is right.

Options:
  -o, --output PAIRS      where the table goes; - is standard output
      --format FORMAT     tsv (if you say nothing), jsonl (also if PAIRS ends in .jsonl)
      --known TABLE       pairs that are decided, such as a table of before that you have edited: its pairs
                          stay, texts of state none stay alone, the rest is matched
      --names yes|no      whether names of files count (yes, if you say nothing)
      --glossary FILE     your terms, one a line: English, a tab, Korean (several stand apart by |)
      --jobs N            how many processors to use; all of them if you say nothing
      --endings, --quotations, --inline-marks, --wrapped, --srx, --srx-only
                          how texts are cut into sentences; see jjak align --help
      --strict            exit with 1 if there was a warning, such as a text that cannot be used
  -h, --help              this help

Examples:
  jjak match english/ korean/ -o pairs.tsv
  jjak match pages.zip -o pairs.tsv --names no
  jjak match english/ korean/ --known pairs.tsv -o more.tsv
  jjak match english.epub korean.epub -o chapters.tsv
";

pub const JOB: &str = concat!(
    "\
Works on many pairs of texts together.

Usage: jjak job PAIRS -o NAME.jjakjob [options]     make a job, or add to one, and pair what is in it
       jjak job NAME.jjakjob -o NAME.jjakjob        pair on what is not paired yet
       jjak job NAME.jjakjob [--format F]           show its table
       jjak job NAME.jjakjob --check                what is in two ways in two articles
       jjak job NAME.jjakjob --mark STATE NUMBERS   say how far pairs are
       jjak job NAME.jjakjob -o OUT [-o OUT ...]    write the pairs of all together

PAIRS is a table as `jjak match` writes it, edited or not: .tsv, .csv or .jsonl with the columns en and ko,
and perhaps score, glossary, pins, domain, reviewer. Each pair becomes a project in the folder NAME beside
NAME.jjakjob, which can be opened by itself. What is paired already stays; after a crash the same command
goes on.

Options:
      --format FORMAT     of the table and of --check: text (if you say nothing), tsv, json; else of OUT
      --state LIST        only pairs of these states: new, in-work, done, parked (commas between them)
      --search WORDS      only those whose titles or file names hold all of these words
      --sort ORDER        number (if you say nothing), title, state, left, findings (most first), score,
                          paired, accepted (least first), changed (latest first); what is written, too
      --mark STATE NUMBERS
                          for example --mark done 3,5-7
      --each              each pair into a file of its own: -o FOLDER --format tmx --each
      --jobs N            how many pairs are worked on at once: 2 if you say nothing
      --glossary FILE     your terms, one a line: English, a tab, Korean (several stand apart by |)
      --endings, --quotations, --inline-marks, --wrapped, --srx, --srx-only
                          how texts are cut into sentences; see jjak align --help
      --strict            exit with 1 if there was a warning, such as a pair that cannot be paired; with
                          --check also if there are findings
  -h, --help              this help

",
    outputs!(),
    "
Examples:
  jjak match english/ korean/ -o pairs.tsv
  jjak job pairs.tsv -o news.jjakjob
  jjak job news.jjakjob --state new,in-work
  jjak job news.jjakjob -o news.tmx --states accepted
"
);

pub const SCORE: &str = "\
Compares pairs that a program made with pairs that people made.

Usage: jjak score GOLD PREDICTED [GOLD PREDICTED ...]

Both are files of pairs as numbers, as `jjak align --beads FILE` writes them. With several documents the
counts are added up.

What it prints (P: how many of the predicted are right; R: how many of the gold are found; F1: both in one):
  strict      exactly the same sentences on both sides
  lax         at least one sentence of each side belongs together
  null        sentences without a counterpart
  crossing    pairs that stand elsewhere in the Korean text than in the English

Options:
      --strict            exit with 1 if there was a warning
  -h, --help              this help

Example:
  jjak align --segmented en.sent ko.sent --beads predicted.tsv
  jjak score gold.tsv predicted.tsv
";

pub const EXPORT: &str = concat!(
    "\
Writes the pairs of projects.

Usage: jjak export FILE.jjak [FILE.jjak ...] -o OUT [-o OUT ...] [options]

The pairs of several projects go into one file, one project after the other; each pair tells which it is of.
- is a project from standard input.

",
    outputs!(),
    "
Control:
      --skip-bad          leave out projects that cannot be read, with a word, instead of stopping there
      --strict            exit with 1 if there was a warning; a damaged project is one in any case
  -h, --help              this help

Examples:
  jjak export article.jjak -o article.tmx -o article.xlsx
  jjak export *.jjak -o corpus.parquet --states accepted --duplicates keep-first
"
);

pub const CONVERT: &str = concat!(
    "\
Turns a file of pairs into another format, or into a project to review in the window.

Usage: jjak convert PAIRS -o OUT [-o OUT ...] [options]
       jjak convert EN KO [--ladder FILE] -o OUT [-o OUT ...] [options]

PAIRS is a file of any tool:
  .tmx                    a translation memory
  .xlf .xliff             XLIFF 1.2 or 2.x; also .sdlxliff (Trados), .mqxliff (memoQ) and .mxliff (Phrase)
  .tsv .csv .xlsx .ods    a table, whatever stands between its cells; which columns hold the texts is told by
                          their names in the first line (en, ko ...), else by their script
  .jsonl .po              JSON lines with translations; gettext's messages
  .tei .xces .xml         an alignment of InterText's, TEI's or OPUS' kind, with its two texts beside it
  .jjak                   a project
EN and KO are two files of as many lines, one sentence a line, which pair in their order (a Moses pair); of
corpus.en and corpus.ko one is enough. States come along: reviewed or signed off is accepted, rejected or
fuzzy is flagged. What Jjak wrote comes back with its sentences, states, verdicts, notes and order.

Rows go through one after the other, in some 50 MB of memory, from .tmx, .tsv, .csv and .jsonl to all
but .tei, .xces, .html and .jjak. Those are made of all rows at once, at some 7 bytes of memory for each
that is read.

Options:
      --columns EN,KO     the columns of a table that hold the texts, by number from 1 or by name
      --ladder FILE       how EN and KO pair, as hunalign tells it: English line, tab, Korean line, tab, score
      --skip-bad          leave out rows that cannot be read (broken JSON, an entry of .po, an entity that
                          nobody knows, a text over 1 MiB), with their number and where they are, instead of
                          stopping there
      --strict            exit with 1 if something of the file was left out, or there was another warning
  -h, --help              this help

",
    outputs!(),
    "
Examples:
  jjak convert memory.tmx -o memory.jjak
  jjak convert corpus.en -o corpus.tmx
  jjak convert job.sdlxliff -o job.xlf -o job.jjak
  jjak convert table.csv --columns 2,5 -o table.tmx
  jjak convert en.sent ko.sent --ladder pairs.ladder -o pairs.tei
"
);

pub const CHECK: &str = "\
Lists what looks wrong in the pairs of projects and of bilingual files of any tool. Of a project it also
proves that its file can be read to the end, that every character of both texts is in a sentence, a list
mark or an excluded block, every sentence in one pair, and that undo leads back to the beginning.

Usage: jjak check FILE [FILE ...] [-o REPORT ...] [options]

FILE is a project (.jjak, or -), a file of pairs as `jjak convert` takes them (TMX, XLIFF, sdlxliff, mqxliff,
PO, TSV, XLSX, JSONL ...), one half of a Moses pair, or a folder of these.

Errors: figures, dates and units that do not come through (numbers), one name spelled in two ways
(names), terms that are not as your glossary has them (terms), English left in the Korean (untranslated)
or copied with a wrong letter or figure (miscopied), a lost negation (negation), tags, placeholders and
addresses that are not carried over (markup), a side far shorter or longer than usual (length), slips in
edited sentences (slips).
Notes: punctuation and spacing that one side gives no reason for (marks), 합니다 among 한다 (register), one
sentence translated in two ways (repeats).

Exit code: 0 done, 1 the end of a project is cut or damaged (the rest is sound), or there are errors and you
gave --strict, 2 it cannot be used. Notes never fail.

Options:
  -o, --output REPORT     write the findings to REPORT; the ending says the format: .html a page, grouped,
                          with the place marked in both texts, .xlsx, .tsv, .json or .txt; several -o are
                          possible
      --format FORMAT     the format of what goes to standard output: text (if you say nothing; of a project
                          first the proof), tsv, json, xlsx, html
      --only LIST         only these checks, such as numbers,names (commas between them)
      --ignore FILE       findings not to be told again, one a line: the check, a tab, and a word it speaks of
                          or all it says; a check alone stands for all it finds
      --columns EN,KO     the two columns of a table, by number from 1 or by name
      --source LANG       en or ko: the language translated from, if the file does not say it; its text stands
                          first, and terms, names, sentences and what was left untranslated are looked for
                          in the other
      --glossary FILE     your terms for this check, besides those of your lists: English, a tab, Korean
      --skip-bad          go on without records and files that cannot be read, with a word
      --strict            exit with 1 if there are errors or warnings
  -h, --help              this help

Examples:
  jjak check article.jjak
  jjak check memory.tmx -o report.html -o report.xlsx --glossary terms.tsv
  jjak check job.sdlxliff --only numbers,markup --strict
";

pub const DIFF: &str = "\
Shows the rows that two projects hold differently: - for those of the first, + for those of the second. Rows
are compared by their sentences, state, verdict and note, wherever they stand.

Usage: jjak diff A.jjak B.jjak

Each line is: row number, English, Korean, state, verdict, note, with tabs between.
Exit code: 0 no difference, 1 some, 2 could not run.

Options:
      --strict            exit with 1 if there was a warning, too
  -h, --help              this help
";
