"""The addresses of the public pages. They are in Danish, and permanent."""

from __future__ import annotations

from django.urls import path, register_converter

from meetings.site import converters
from meetings.site.views import (
    accessibility,
    cases,
    dates,
    document_pages,
    documents,
    front,
    items,
    language,
    meetings,
    overviews,
    people,
    places,
    regions,
    search,
    topics,
)

register_converter(converters.RegionConverter, "region")
register_converter(converters.MeetingAddressConverter, "meeting")
register_converter(converters.ItemAddressConverter, "item")
register_converter(converters.CaseConverter, "case")
register_converter(converters.YearConverter, "year")
register_converter(converters.MonthConverter, "month")

urlpatterns = [
    path("", front.front, name="front"),
    path("om/", front.about, name="about"),
    path("tilgaengelighed/", accessibility.statement, name="accessibility"),
    path("was/", accessibility.was, name="was"),
    path("sprog/", language.language, name="language"),
    path("robots.txt", front.robots, name="robots"),
    path("soeg/", search.search, name="search"),
    path("soeg/forslag/", search.suggest, name="suggest"),
    path("moeder/", dates.meetings, name="meetings"),
    path("moeder/<year:year>/", dates.year, name="year"),
    path("moeder/<year:year>/<month:month>/", dates.month, name="month"),
    path("sag/", cases.cases, name="cases"),
    path("sag/<case:case>/", cases.case, name="case"),
    path("emner/", topics.topics, name="topics"),
    path("emne/<slug:slug>/", topics.topic, name="topic"),
    path("overblik/", overviews.overview, name="overview"),
    path("overblik/udfald/", overviews.outcomes, name="overview-outcomes"),
    path("overblik/emner/", overviews.topics, name="overview-topics"),
    path("overblik/fremmoede/", overviews.attendance, name="overview-attendance"),
    path("overblik/daekning/", overviews.coverage, name="overview-coverage"),
    path("deltagere/", people.people, name="people"),
    path("deltager/<slug:slug>/", people.person, name="person"),
    path("kommuner/", places.municipalities, name="municipalities"),
    path("kommune/<slug:slug>/", places.municipality, name="municipality"),
    path("dokument/<int:pk>/", documents.document, name="document"),
    path("dokument/<int:pk>/original/<str:name>", documents.original, name="original"),
    path("dokument/<int:pk>/side/<int:number>/", document_pages.document_page, name="document-page"),
    path("dokument/<int:pk>/side/<int:number>/billede/<str:name>", document_pages.picture, name="page-picture"),
    path("dokument/<int:pk>/sted/", document_pages.place, name="place"),
    path("<region:region>/", regions.region, name="region"),
    path("<region:region>/<meeting:address>/", meetings.meeting, name="meeting"),
    path("<region:region>/<meeting:address>/aendringer/", meetings.changes, name="changes"),
    path("<region:region>/<meeting:day>/punkt/<item:address>/", items.item, name="item"),
]
