"""Splitting of compounds, and words that only look like compounds."""

import pytest

from danish.compounds import split

GOOD = """
sundhed+reform sundhedsreform | sundhed+reformen sundhedsreformen | sundhed+klyngerne sundhedsklyngerne |
ramme+aftale rammeaftale | kommune+kontakt+råd kommunekontaktråd | voksen+social+området voksensocialområdet |
region+råd+valg regionsrådsvalg | erhverv+uddannelser erhvervsuddannelser | arbejde+marked arbejdsmarked |
beskæftigelse+indsats beskæftigelsesindsats | børn+have børnehave | ungdom+uddannelse ungdomsuddannelse |
kultur+hovedstad kulturhovedstad | ældre+pleje ældrepleje | kommune+kvoter kommunekvoter | forretning+orden
forretningsorden | havn+by havneby | by+planlægning byplanlægning | klima+tilpasning klimatilpasning |
udvikling+plan Udviklingsplan | cyber+sikkerhed cybersikkerhed | lære+pladser lærepladser |
økonomi+forhandlinger økonomiforhandlinger | land+tal landstal | lov+forslag lovforslag | mål+gruppe målgruppe |
cykel+sti cykelsti | kultur+liv kulturliv | natur+gas naturgas | passager+tal passagertal | trafik+planlægger
trafikplanlægger | gebyr+reform gebyrreform | materiale+normeringen materialenormeringen | storebælt+forbindelse
Storebæltsforbindelse | havn+takst havnetakst
"""

WHOLE = """
indstilling indstillingen indstillinger vejledning vejledninger dagsorden dagsordenen udvikling udpegning
forebyggelse orientering kommuner kommunernes kultur budget turisme medlemmer universitet information
international virksomhed ledelse politiker hospital station partiet sammenhæng forhold samarbejde området
formandskab borgmester overblik afgørelse efterretning møde år på 2030 KKR vejleder passagerer deltog
planlagt kortlægge fastholde varetage mellemkommunale mellemstore billede handel danskerne
"""


@pytest.mark.parametrize("row", [row.split() for row in GOOD.replace("\n", " ").split("|") if row.strip()])
def test_a_compound_is_split_into_its_parts(row: list[str]) -> None:
    parts, word = row
    assert split(word) == tuple(parts.split("+"))


@pytest.mark.parametrize("word", WHOLE.split())
def test_what_only_looks_like_a_compound_stays_whole(word: str) -> None:
    assert split(word) is None


def test_a_split_has_at_least_two_parts_of_two_letters() -> None:
    for word in ("regionsrådsmedlemmer", "søfart", "skattenedsættelse"):
        parts = split(word) or ()
        assert len(parts) >= 2
        assert min(map(len, parts)) >= 2
