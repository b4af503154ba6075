"""Words that mean a topic, besides its name: English ones, and Danish ones that mean nothing else."""

from __future__ import annotations

from meetings.shared.vocabulary import TopicSlug

TOPIC_WORDS = {
    TopicSlug.SUNDHED: "sundhedsvæsen sundhedsvæsenet health healthcare hospitals medical",
    TopicSlug.SOCIALOMRAADET: "socialpolitik handicap handicapområdet social disability disabilities homelessness",
    TopicSlug.AELDRE: "ældrepleje seniorer elderly seniors ageing aging older",
    TopicSlug.BOERN_OG_UNGE: "børn unge ungdom dagtilbud children child youth kids childcare young families",
    TopicSlug.UDDANNELSE: "uddannelser skole skoler folkeskole education schools school training apprenticeships "
    "students",
    TopicSlug.BESKAEFTIGELSE: "jobcentre arbejdsmarked arbejdsmarkedet employment unemployment jobs labour labor "
    "workforce",
    TopicSlug.INTEGRATION: "flygtninge indvandrere flygtning indvandring refugees refugee immigrants immigration "
    "asylum migrants migration",
    TopicSlug.ERHVERV: "erhvervsliv erhvervslivet erhvervspolitik turisme business businesses industry enterprise "
    "tourism trade companies",
    TopicSlug.KLIMA_OG_MILJOE: "klimaet miljøet natur climate environment environmental nature sustainability energy",
    TopicSlug.INFRASTRUKTUR_OG_TRAFIK: "trafikken transport mobilitet traffic infrastructure mobility roads trains "
    "buses",
    TopicSlug.IT_OG_DIGITALISERING: "it edb digital digitization digitalization digitisation cybersecurity technology "
    "computing",
    TopicSlug.OEKONOMI: "økonomien finanser economy economics finance finances financial money budgets",
    TopicSlug.KULTUR_OG_FRITID: "kulturen idræt culture leisure sports sport arts",
    TopicSlug.DEMOKRATI_OG_ORGANISERING: "demokratiet democracy organisation organization governance elections",
    TopicSlug.UDPEGNINGER: "udpegning appointments appointment nominations",
    TopicSlug.BEREDSKAB_OG_FORSVAR: "beredskabet forsvaret defence defense emergency military preparedness",
    TopicSlug.MOEDEFORMALIA: "formalia formalities",
}
