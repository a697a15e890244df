"""What each action of the log is called in a sentence: a part of a claim's history. Pure.

Each has its German and its English; `{who}` and the other places are filled by `factcheck.history`.
"""

# action -> (German, English)
DEEDS: dict[str, tuple[str, str]] = {
    "propose": ("Vorgeschlagen, als {who} den Artikel einlas", "Proposed when {who} added the article"),
    "confirm_proposal": (
        "Auch vom Sprachmodell {model} vorgeschlagen, das {who} befragte",
        "Proposed by the language model {model} too, which {who} asked",
    ),
    "add": ("Hinzugefügt von {who}", "Added by {who}"),
    "wish": ("Prüfung gewünscht von {who}", "Check asked for by {who}"),
    "edit": ("Bearbeitet von {who}{changes}", "Edited by {who}{changes}"),
    "split": (
        "Geteilt von {who}; der zweite Teil ist Behauptung {other}",
        "Split by {who}; the second part is claim {other}",
    ),
    "follow": (
        "Dem Wortlaut in Fassung {text} des Artikels gefolgt, eingelesen von {who}",
        "Followed its words into version {text} of the article, added by {who}",
    ),
    "reword": (
        "Neu gefasst, weil {who} sagt, wer mit „{words}“ gemeint ist{changes}",
        "Worded anew since {who} said who “{words}” is{changes}",
    ),
    "name": (
        "„{words}“ im Artikel als „{name}“ benannt von {who}",
        "“{words}” in the article said to be “{name}” by {who}",
    ),
    "unname": (
        "Benennung von „{words}“ als „{name}“ zurückgenommen von {who}",
        "“{words}” in the article no longer said to be “{name}”, by {who}",
    ),
    "vanish": (
        "Wortlaut steht nicht mehr im Artikel, neu eingelesen von {who}",
        "Its words are no longer in the article, which {who} added again",
    ),
    "revise": (
        "Satz in Fassung {text} des Artikels geändert, eingelesen von {who}{changes}",
        "Its sentence changed in version {text} of the article, added by {who}{changes}",
    ),
    "offer_places": (
        "In Fassung {text} des Artikels, eingelesen von {who}, können mehrere Stellen gemeint sein",
        "Several places may be meant in version {text} of the article, added by {who}",
    ),
    "choose_place": (
        "Stelle in Fassung {text} des Artikels ausgewählt von {who}{changes}",
        "Place in version {text} of the article chosen by {who}{changes}",
    ),
    "refuse_places": (
        "Keine der Stellen in Fassung {text} des Artikels ist gemeint, sagt {who}",
        "None of the places in version {text} of the article is meant, says {who}",
    ),
    "set_aside": (
        "Satz ohne Behauptung, sagt {who}",
        "Sentence without a claim, says {who}",
    ),
    "take_up": (
        "Dass der Satz keine Behauptung enthält, zurückgenommen von {who}",
        "That the sentence makes no claim taken back by {who}",
    ),
    "own_text": (
        "Ob es der eigene Text der Redaktion ist, gesagt von {who}",
        "Whether it is the desk's own text said by {who}",
    ),
    "match": (
        "Mit den Behauptungen der Redaktion verglichen, eingelesen von {who}",
        "Held against the desk's claims, added by {who}",
    ),
    "reread": ("Artikel neu eingelesen von {who}", "Article added again by {who}"),
    "cite": ("Beleg angeführt von {who} ({stance})", "Evidence cited by {who} ({stance})"),
    "retract": ("Beleg beiseitegelegt von {who}", "Evidence set aside by {who}"),
    "ask": ("Gefragt von {who} ({channel}): {whom}", "Asked by {who} ({channel}): {whom}"),
    "answer": ("Antwort festgehalten von {who}: {whom}", "Answer noted by {who}: {whom}"),
    "decline": (
        "Dass keine Antwort gegeben wird, festgehalten von {who}: {whom}",
        "Refusal to answer noted by {who}: {whom}",
    ),
    "no_answer": (
        "Ausbleiben einer Antwort festgehalten von {who}: {whom}",
        "Silence noted by {who}: {whom}",
    ),
    "amend": (
        "Eintrag zu einer Anfrage berichtigt von {who}: {whom}",
        "Entry on an inquiry corrected by {who}: {whom}",
    ),
    "accept": ("Angenommen von {who}", "Accepted by {who}"),
    "merge": ("Mit Behauptung {other} zusammengeführt von {who}", "Merged into claim {other} by {who}"),
    "unmerge": (
        "Wieder von Behauptung {other} getrennt von {who}",
        "Separated from claim {other} again by {who}",
    ),
    "dismiss": ("Verworfen von {who}", "Dismissed by {who}"),
    "take": ("Übernommen von {who}", "Taken by {who}"),
    "release": ("Abgegeben von {who}", "Released by {who}"),
    "submit": ("Als {verdict} eingereicht von {who}", "Submitted as {verdict} by {who}"),
    "vote": ("Verdeckt geurteilt von {who}", "Vote cast by {who}"),
    "void_votes": (
        "Abgegebene Stimmen ungültig, weil {who} Wortlaut, Belege oder Stand geändert hat",
        "Votes made void by {who}, who changed the words, the evidence or the state",
    ),
    "votes_differ": (
        "Zwei verdeckte Urteile weichen voneinander ab: es entscheidet, wer nicht geurteilt hat",
        "Two votes differ: somebody who has not voted decides",
    ),
    "begin_blind_review": ("Verdeckte Doppelprüfung begonnen von {who}", "Blind review begun by {who}"),
    "end_blind_review": ("Verdeckte Doppelprüfung beendet von {who}", "Blind review ended by {who}"),
    "adopt": (
        "Urteil {verdict} von Behauptung {ground} übernommen von {who}, wartet auf Freigabe",
        "Verdict {verdict} of claim {ground} taken over by {who}, waits for approval",
    ),
    "send_back": ("Zurückgegeben von {who}", "Sent back by {who}"),
    "approve": ("Als {verdict} freigegeben von {who}", "Approved as {verdict} by {who}"),
    "publish": ("Als {verdict} veröffentlicht von {who}", "Published as {verdict} by {who}"),
    "challenge": ("Angefochten von {who}", "Challenged by {who}"),
    "confirm": (
        "Nach der Anfechtung als {verdict} bestätigt von {who}",
        "Confirmed as {verdict} after the challenge by {who}",
    ),
    "correct": (
        "Korrektur eingereicht von {who}, nun {verdict}",
        "Correction submitted by {who}, now {verdict}",
    ),
    "withdraw": ("Zurückgezogen von {who}", "Withdrawn by {who}"),
    "tag": ("Mit {added} verschlagwortet von {who}", "Tagged {added} by {who}"),
    "untag": ("Schlagwort {removed} abgenommen von {who}", "Tag {removed} taken off by {who}"),
    "note": ("Notiz geschrieben von {who}", "Note written by {who}"),
    "note_reply": ("Auf eine Notiz geantwortet von {who}", "Note answered by {who}"),
    "note_resolve": ("Notiz erledigt von {who}", "Note resolved by {who}"),
    "note_reopen": ("Notiz wieder geöffnet von {who}", "Note opened again by {who}"),
    "import": (
        "Prüfungen anderer aufgenommen oder geändert ({reviews}) aus „{feed}“ von {who}",
        "Reviews of others taken in or changed ({reviews}) from “{feed}” by {who}",
    ),
    "import_forget": (
        "Prüfungen anderer entfernt ({reviews}), die auf {site} standen, von {who}",
        "Reviews of others taken away ({reviews}) that stood at {site}, by {who}",
    ),
    "erase": (
        "Angaben zu einer Person gelöscht von {who}",
        "Words about a person erased by {who}",
    ),
    "quote_gone": (
        "Ein Zitat steht nicht mehr auf der Seite, bemerkt von {who}; der Schnappschuss gilt",
        "A quote is no longer on the live page, seen by {who}; the snapshot stands",
    ),
    "quote_back": (
        "Ein Zitat steht wieder auf der Seite, bemerkt von {who}",
        "A quote is on the live page again, seen by {who}",
    ),
    "lapse": (
        "Entscheidung verfallen, wieder offen",
        "The decision lapsed and the claim is open again",
    ),
    "invite": ("Konto angelegt von {who}", "Account made by {who}"),
    "set_roles": ("Rollen geändert von {who}", "Roles changed by {who}"),
    "edit_account": ("Angaben geändert von {who}", "Account edited by {who}"),
    "disable_account": ("Gesperrt von {who}", "Disabled by {who}"),
    "enable_account": ("Wieder freigegeben von {who}", "Enabled again by {who}"),
    "reset_second_factor": (
        "Zweiter Faktor zurückgesetzt von {who}",
        "Second factor reset by {who}",
    ),
}
LOST = (
    "Entscheidung verfallen, wieder offen: Sie beruhte auf Behauptung {ground}",
    "The decision lapsed and the claim is open again: it rested on claim {ground}",
)
KEPT = (
    "Veröffentlichtes Urteil {verdict} behalten von {who}, die Korrektur entfällt",
    "Published verdict {verdict} kept by {who}, the correction was dropped",
)
CORRECTED = (
    "Korrektur veröffentlicht von {who}, nun {verdict}",
    "Correction published by {who}, now {verdict}",
)
PROPOSED_BY_MODEL = (
    "Vorgeschlagen vom Sprachmodell {model}, das {who} befragte",
    "Proposed by the language model {model}, which {who} asked",
)
ABSORBED = (
    "Steht auch für Behauptung {absorbed}, sagt {who}",
    "Stands for claim {absorbed} too, says {who}",
)
LET_GO = (
    "Steht nicht mehr für Behauptung {absorbed}, sagt {who}",
    "No longer stands for claim {absorbed}, says {who}",
)
ASSIGNED = ("Zuweisung durch {who}", "Assignment by {who}")
UNDONE = ("Rückgängig gemacht: {deed}", "Undone: {deed}")
UNKNOWN = ("{action} durch {who}", "{action} by {who}")

# what the system gives as its reason, in the words in which it is stored
OWN_REASONS = {
    "The claim's words are no longer in the article.": "Der Wortlaut steht nicht mehr im Artikel.",
    "The claim's sentence was changed in the article.": "Der Satz wurde im Artikel geändert.",
    "The verdict that this one took over was corrected.": "Das übernommene Urteil wurde korrigiert.",
    "The verdict that this one took over was withdrawn.": "Das übernommene Urteil wurde zurückgezogen.",
    "The verdict that this one took over lapsed.": "Das übernommene Urteil ist verfallen.",
    "The verdict that this one took over is due to be checked again.": (
        "Das übernommene Urteil muss neu geprüft werden."
    ),
    "Several places of the article may be meant now.": (
        "Der Wortlaut kann jetzt an mehreren Stellen des Artikels gemeint sein."
    ),
}
