"""The models of the archive. Each stands right below its queryset."""

from meetings.models.changes import Change
from meetings.models.cpr_number import FoundCprNumber
from meetings.models.decision import Attachment, Decision, ItemTopic
from meetings.models.document import Document
from meetings.models.document_page import DocumentPage
from meetings.models.enclosure_page import EnclosurePage
from meetings.models.fact import Fact
from meetings.models.item import AgendaItem, FormerItemAddress, ItemAddress
from meetings.models.lexicon import LearnedLexicon, LearnedPair, LearnedWord
from meetings.models.matters import ItemWords, SameMatter, WordRarity
from meetings.models.meeting import Meeting, MeetingAddress
from meetings.models.people import Participant, Person, PersonAlias
from meetings.models.places import Municipality, Region
from meetings.models.search_choice import SearchChoice
from meetings.models.search_entry import SearchEntry, SearchWord
from meetings.models.search_rebuild import SearchRebuild
from meetings.models.synonyms import Abbreviation, Synonym
from meetings.models.topics import Topic, TopicTerm

__all__ = [
    "Abbreviation",
    "AgendaItem",
    "Attachment",
    "Change",
    "Decision",
    "Document",
    "DocumentPage",
    "EnclosurePage",
    "Fact",
    "FormerItemAddress",
    "FoundCprNumber",
    "ItemAddress",
    "ItemTopic",
    "ItemWords",
    "LearnedLexicon",
    "LearnedPair",
    "LearnedWord",
    "Meeting",
    "MeetingAddress",
    "Municipality",
    "Participant",
    "Person",
    "PersonAlias",
    "Region",
    "SameMatter",
    "SearchChoice",
    "SearchEntry",
    "SearchRebuild",
    "SearchWord",
    "Synonym",
    "Topic",
    "TopicTerm",
    "WordRarity",
]
