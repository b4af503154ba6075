"""A paper as LaTeX, for pdfLaTeX, XeLaTeX, LuaLaTeX and LaTeX with dvips."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.corpus.paper import Block

HEAD = r"""\documentclass[11pt,a4paper]{article}
\usepackage{iftex}
\ifTUTeX \usepackage{fontspec} \else \usepackage[T1]{fontenc} \usepackage[utf8]{inputenc} \FONTS \fi
\usepackage[danish]{babel}
\usepackage[left=35mm,right=25mm,top=28mm,bottom=28mm]{geometry}
\usepackage{fancyhdr}
\pagestyle{fancy}\fancyhf{}\renewcommand{\headrulewidth}{0pt}\lfoot{\small FOOT}\rfoot{\small Side \thepage}
\setlength{\parindent}{0pt}\setlength{\parskip}{10pt}\setlength{\headheight}{14pt}\sloppy
\renewcommand{\labelitemi}{--}
\begin{document}
"""
FORMS = {
    "title": r"{\LARGE %s}\par",
    "chapter": r"\vspace{10pt}{\Large\bfseries %s\par}",
    "heading": r"\vspace{8pt}{\large\bfseries %s\par}",
    "label": r"\vspace{6pt}{\bfseries %s\par}\nopagebreak",
    "subheading": r"\vspace{4pt}{\itshape %s\par}\nopagebreak",
    "person": r"%s\par\vspace{-5pt}",
    "break": r"\clearpage%s",
}


def write_latex(blocks: Iterable[Block], foot: str, fonts: str = r"\usepackage{lmodern}") -> str:
    """Return a paper as LaTeX; `fonts` loads those of programs that know no Unicode fonts."""
    body = "\n".join(map(_block, blocks))
    return HEAD.replace("FOOT", foot).replace(r"\FONTS", fonts) + body + "\n\\end{document}\n"


def _block(block: Block) -> str:
    if block.kind == "table":
        rows = "".join(" & ".join(map(_escape, row)) + r" \\" + "\n" for row in block.rows)
        return rf"\begin{{tabular}}{{l{'r' * (len(block.rows[0]) - 1)}}}{chr(10)}{rows}\end{{tabular}}\par"
    if block.entries:
        kind = "itemize" if block.kind == "bullets" else "enumerate"
        entries = "\n".join(rf"\item {_escape(entry)}" for entry in block.entries)
        return rf"\begin{{{kind}}}\setlength{{\itemsep}}{{-4pt}}{chr(10)}{entries}{chr(10)}\end{{{kind}}}"
    return FORMS.get(block.kind, "%s\\par") % _escape(f"{block.number} {block.text}".strip())


def _escape(text: str) -> str:
    return re.sub(r"([%&#_$])", r"\\\1", text).replace("“", "``").replace("”", "''").replace("–", "--")
