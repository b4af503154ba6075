"""The door: only a KKR's own papers come in, whatever is stated beside them."""

from __future__ import annotations

import pytest

from ingest.errors import ContraryRegion, IngestError, NoItems, NoRegion, OtherBody, SeveralCouncils
from ingest.pipeline import read_meeting, read_source
from ingest.records import MeetingRecord, Stated
from meetings.shared.vocabulary import RegionSlug

SJAELLAND = Stated(RegionSlug.SJAELLAND)
PAPER = """REFERAT 2021
{head}
Dato: 03-02-2021 09:30

1. Velkomst

2. Havneplan
SAG-2021-00077 åse

Indstilling
Det indstilles, at {who} drøfter planen, som KKR Sjælland har bedt om.

3. Digeplan

Indstilling
Det indstilles, at {who} godkender planen.
"""


def read(head: str, who: str = "rådet", stated: Stated = SJAELLAND) -> MeetingRecord:
    return read_meeting(read_source(PAPER.format(head=head, who=who).encode(), "referat.txt"), stated)


def test_another_bodys_paper_is_refused_by_its_name_whatever_is_stated() -> None:
    with pytest.raises(OtherBody, match="»Embedsmandsudvalget for Natur under KKR Sjælland«"):
        read("Embedsmandsudvalget for Natur under KKR Sjælland")


def test_what_is_refused_is_not_invited_to_be_stated() -> None:
    with pytest.raises(IngestError) as refusal:
        read("Regionsrådet", stated=Stated())
    assert "ngiv" not in str(refusal.value)


def test_a_region_that_is_stated_does_not_change_whose_a_paper_is() -> None:
    with pytest.raises(ContraryRegion, match="fra KKR Midtjylland, men KKR Sjælland er angivet"):
        read("KKR MIDTJYLLAND")


def test_of_two_councils_one_must_be_stated() -> None:
    both = "Fællesmøde mellem KKR Sjælland og KKR Hovedstaden"
    with pytest.raises(SeveralCouncils, match="KKR Sjælland og KKR Hovedstaden"):
        read(both, stated=Stated())
    assert read(both).region == RegionSlug.SJAELLAND


def test_a_paper_whose_items_alone_mention_a_council_is_of_none() -> None:
    with pytest.raises(NoRegion):
        read("Torsdagsgruppen", stated=Stated())


def test_a_region_stated_of_a_head_without_a_council_is_a_warning() -> None:
    assert "Dokumentets hoved nævner intet KKR; det angivne er brugt." in read("Torsdagsgruppen").warnings


def test_a_paper_without_a_head_is_of_those_who_are_asked() -> None:
    with pytest.raises(OtherBody, match="byrådet"):
        read("", who="byrådet", stated=Stated())


def test_a_paper_without_items_is_not_mended_by_stating_a_region() -> None:
    with pytest.raises(NoItems) as refusal:
        read_meeting(read_source(b"Hilsen fra KKR. Vi ses.", "brev.txt"))
    assert "ngiv" not in str(refusal.value)
