"""An item's page: recommendation next to decision, table of contents, provenance, citations."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.models import AgendaItem, Decision, Meeting
from meetings.site.pages.citation import version
from meetings.site.prose import HEADING, blocks
from tests.make import MINUTES, make_document, make_item
from tests.meetings.site.macros import prose
from tests.meetings.site.public_pages import text_of

ITEM = "/nordjylland/2025-10-24/punkt/3.1/"
LONG = "Styring\n\n" + "Centret ledes af en bestyrelse, hvor hver kommune har én plads og én stemme. " * 50


def test_recommendation_and_decision_stand_side_by_side(client: Client, archive: Meeting) -> None:
    html = text_of(client, ITEM)
    assert re.search(r'class="sides two">.*id="indstilling".*id="beslutning".*class="followed"', html, re.DOTALL)


def test_of_an_agenda_it_is_said_that_the_decision_is_not_known(client: Client, archive: Meeting) -> None:
    make_item(archive, "3.2", "Letbanen", recommendation="At KKR drøfter letbanen.")
    assert "Hvad der blev besluttet, er ikke i arkivet." in text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")


def test_a_long_item_has_a_list_of_its_contents(client: Client, archive: Meeting) -> None:
    make_item(archive, "3.2", "Letbanen", presentation=LONG)
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")
    assert '<li><a href="#sagsfremstilling-styring">Styring</a></li>' in html
    assert '<h3 id="sagsfremstilling-styring"><a class="heading-link" href="#sagsfremstilling-styring">' in html


def test_a_short_item_has_none(client: Client, archive: Meeting) -> None:
    assert 'class="contents"' not in text_of(client, ITEM)


def test_headings_of_the_same_words_have_anchors_of_their_own() -> None:
    text = f"{LONG}\n\n{LONG}"
    anchors = [block.anchor for block in blocks(text, "baggrund") if block.kind == HEADING]
    assert anchors == ["baggrund-styring", "baggrund-styring-2"]
    assert all(f'<h3 id="{one}"><a class="heading-link" href="#{one}">' in prose(text, "baggrund") for one in anchors)


def test_what_the_type_says_is_set_as_headings(client: Client, archive: Meeting) -> None:
    table = {
        "section": "presentation",
        "paragraph": 2,
        "rows": [["Fase", "Ansvarlig"], ["Høring", "KL"], ["Drift", "KKR"]],
    }
    make_item(
        archive, "3.2", presentation="Kort.\n\nØkonomi:\n\nDyrt.", subheadings=[["presentation", "Økonomi:"]],
        tables=[{**table, "header": True, "caption": "Tabel 1: Plan"}],
    )  # fmt: skip
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")
    assert '<h3 id="sagsfremstilling-oekonomi">' in html
    assert '<th scope="col">Ansvarlig</th>' in html
    assert "<span>Tabel 1: Plan</span></caption>" in html


def test_a_table_without_a_name_is_named_after_its_section(client: Client, archive: Meeting) -> None:
    rows = [["Høring", "KL"], ["Drift", "KKR"]]
    make_item(archive, "3.2", presentation="Kort.", tables=[{"section": "presentation", "paragraph": 1, "rows": rows}])
    assert ">Tabel i Sagsfremstilling</caption>" in text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")


def test_a_heading_stays_escaped_in_its_anchor() -> None:
    html = prose(f'Styring <b> & "co" X\n\n{LONG[9:]}', "baggrund")
    assert "<b>" not in html
    assert 'href="#baggrund-styring-b-co-x">Styring &lt;b&gt; &amp; &#34;co&#34; X</a></h3>' in html


def test_the_source_leads_to_the_page_of_the_original(client: Client, archive: Meeting) -> None:
    assert re.search(
        r'href="/dokument/\d+/original/referat.pdf#page=2">Åbn originalen på side 2', text_of(client, ITEM)
    )


def test_the_source_leads_to_the_page_with_the_items_words_marked(client: Client, archive: Meeting) -> None:
    html = text_of(client, ITEM)
    assert html.count(f'href="/dokument/{MINUTES}/side/2/?punkt=3.1"') == 2
    assert f'href="/dokument/{MINUTES}/sted/?punkt=3.1&amp;afsnit=beslutning"' in html


def test_the_source_says_that_nobody_corrected_it(client: Client, archive: Meeting) -> None:
    html = text_of(client, ITEM)
    assert re.search(r"Rettet af et menneske</dt>\s*<dd>Nej", html)
    assert "Ingen ord rettet" in html


def test_the_source_says_what_a_person_stated_of_the_document(client: Client, archive: Meeting) -> None:
    document = make_document(archive, b"Andet", stated_date="2025-10-24", stated_kind="minutes")
    make_item(archive, "3.2", "Letbanen", background="Om letbanen.", document=document)
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")
    assert "Ja, for dokumentet: dato, art" in html


def test_how_pages_were_read_is_told_once(client: Client, archive: Meeting) -> None:
    scan = {"origin": "ocr", "confidence": 0.93, "repaired": False}
    document = make_document(archive, b"Skannet", name="skannet.pdf", page_origins=[scan, scan, scan])
    make_item(archive, "3.2", "Letbanen", background="Letbanen.", document=document, first_page=1, last_page=3)
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")
    assert html.count("Læst med OCR, 93\N{NO-BREAK SPACE}% sikkert") == 1


@pytest.mark.parametrize("cited", ["", "?udgave=", "?udgave=abc", "?udgave=<b>xxxxxxxxx"])
def test_a_plain_visit_is_told_nothing_of_versions(client: Client, archive: Meeting, cited: str) -> None:
    html = text_of(client, ITEM + cited)
    assert "tidligere udgave" not in html
    assert "Teksten er den samme" not in html


def test_a_link_to_this_version_is_told_that_nothing_changed(client: Client, archive: Meeting) -> None:
    cited = version(archive.items.get(number="3.1"))
    assert "Teksten er den samme" in text_of(client, f"{ITEM}?udgave={cited}")


def test_a_link_to_a_version_that_read_otherwise_is_told_so(client: Client, archive: Meeting) -> None:
    cited = version(archive.items.get(number="3.1"))
    AgendaItem.objects.filter(number="3.1").update(background="Siden 2018.")
    assert "er til en tidligere udgave" in text_of(client, f"{ITEM}?udgave={cited}")


def test_the_link_cited_is_the_full_address_with_the_version(client: Client, archive: Meeting) -> None:
    cited = version(archive.items.get(number="3.1"))
    assert f"http://testserver{ITEM}?udgave={cited}</dd>" in text_of(client, ITEM)


def test_facts_and_decision_stand_before_the_citation_and_its_forms_for_scholars_are_folded(
    client: Client, archive: Meeting
) -> None:
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.1/")
    marks = ["<dt>Sagsnummer</dt>", 'id="beslutning"', 'id="henvis"', "<summary>Som APA og BibTeX</summary>", "@misc"]
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)


def test_the_basis_of_a_judgement_is_marked_and_its_rule_linked(client: Client, archive: Meeting) -> None:
    asked, decided = "At KKR godkender planen.", "Tak. Ikke godkendt."
    item = make_item(archive, "3.2", "Letbanen", recommendation=asked, decision=decided)
    Decision.objects.filter(item=item).update(followed="otherwise", followed_basis=["Ikke godkendt."])
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")
    told = '<span class="unseen">Grundlag for vurderingen: </span>'
    assert f'Tak. <span class="basis">{told}Ikke godkendt.</span>' in html
    assert re.search(r'Indstillingen: <strong>Ikke fulgt</strong>\s+<a href="/om/#fulgt">', html)


def test_without_a_recommendation_nothing_is_said_of_it(client: Client, archive: Meeting) -> None:
    make_item(archive, "3.2", "Letbanen", decision="Godkendt.")
    assert 'class="followed"' not in text_of(client, "/nordjylland/2025-10-24/punkt/3.2/")
