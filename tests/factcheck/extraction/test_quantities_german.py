"""German sentences that a linguist would try on the grammar of quantities. All are invented."""

import pytest

from tests.factcheck.extraction.counting import cases, written

WORDS = cases("""
Der Hof hat zweieinhalb Hektar Wald. | eq 2.5 ha
Nach eineinhalb Jahren gaben sie auf. | eq 1.5 year
Nach anderthalb Stunden war Schluss. | eq 1.5 h
Dreieinhalb Millionen Kinder sind geimpft. | eq 3500000 Kind
Dreiviertel der Mitglieder stimmten zu. | eq 0.75 share
Drei Viertel der Mitglieder stimmten zu. | eq 0.75 share
Eine Dreiviertelstunde lang fiel der Strom aus. | eq 0.75 h
Eine halbe Stunde lang fiel der Strom aus. | eq 0.5 h
Eine Viertelstunde lang fiel der Strom aus. | eq 0.25 h
Nach einem halben Jahr kündigte er. | eq 0.5 year
Das kostet eine Viertelmillion Euro. | eq 250000 EUR
Das kostet eine Dreiviertelmillion Euro. | eq 750000 EUR
Rund eine halbe Milliarde Euro fehlt. | approx 500000000 EUR
Ein gutes Dutzend Schafe entkam. | gt 12 Schaf
Ein knappes Dutzend Schafe entkam. | lt 12 Schaf
Ein halbes Dutzend Schafe entkam. | eq 6 Schaf
Drei Dutzend Schafe entkamen. | eq 36 Schaf
Rund zwei Dutzend Schafe entkamen. | approx 24 Schaf
Ein paar Schafe entkamen. |
Ein paar hundert Schafe entkamen. |
Ein paar Dutzend Schafe entkamen. |
Hunderte Schafe entkamen. |
Zehntausende Schafe entkamen. |
Hunderttausende gingen auf die Straße. |
Tausende von Schafen entkamen. |
Zigtausende Schafe entkamen. |
Dutzende Schafe entkamen. |
Mehrere hundert Schafe entkamen. |
Mehrere Tausend Schafe entkamen. |
Einige tausend Schafe entkamen. |
Viele Millionen Euro fehlen. |
Hunderte Millionen Euro fehlen. |
Millionen Menschen sahen zu. |
Ein Schaf und eine Ziege entkamen. |
Einer der Hirten schlief. |
Eine der Hütten brannte. |
Eines der Schafe entkam. |
Der eine schlief, der andere wachte. |
Einer muss es ja machen. |
Zwei der Hirten schliefen. | eq 2 Hirte
Beide Hirten schliefen. |
Sie kamen zu dritt. |
Sie kamen zu zweit auf den Hof. |
Der dritte Hirte schlief. |
Er wurde Dritter, sie Zweite. |
Im ersten Jahr kamen 200 Gäste. | eq 200 Gast
Jeder zweite Hirte schläft schlecht. | eq 0.5 share
Jede dritte Kuh ist krank. | eq 0.3333 share
Jedes fünfte Kind ist betroffen. | eq 0.2 share
Fast jeder zehnte Haushalt zahlt nicht. | lt 0.1 share
Jeden zweiten Tag fährt ein Bus. |
Drei von vier Befragten stimmten zu. | eq 0.75 share
Neun von zehn Befragten stimmten zu. | eq 0.9 share
Einer von drei Hirten schläft. | eq 0.3333 share
Vier Fünftel der Ernte sind verloren. | eq 0.8 share
Ein Fünftel der Ernte ist verloren. | eq 0.2 share
Gut ein Drittel der Ernte ist verloren. | gt 0.3333 share
Knapp die Hälfte der Ernte ist verloren. | lt 0.5 share
Mehr als die Hälfte der Ernte ist verloren. | gt 0.5 share
Fast drei Viertel der Ernte sind verloren. | lt 0.75 share
Nur jeder Fünfte geht wählen. | eq 0.2 share
Das erste Drittel der Strecke ist gebaut. |
In der zweiten Hälfte ließ er nach. |
Im letzten Viertel verlor das Team. |
Im Viertel rund um den Markt wohnen Studenten. |
Das Dorf hat doppelt so viele Kühe wie Einwohner. | eq 2 times
Die Miete ist mehr als doppelt so hoch wie 2010. | gt 2 times
Das ist das Dreifache des Preises. | eq 3 times
Die Miete hat sich fast verdoppelt. | lt 2 times
Der Umsatz hat sich mehr als verdreifacht. | gt 3 times
Die Zahl halbierte sich. | eq 0.5 times
Der Preis hat sich verzehnfacht. | eq 10 times
Der Ertrag ist halb so hoch wie früher. | eq 0.5 times
Er wurde dreimal gewarnt. | eq 3 times
Er wurde drei Mal gewarnt. | eq 3 times
Das ist fünfmal so viel wie im Vorjahr. | eq 5 times
Das ist zehn Mal mehr als erlaubt. | eq 10 times
Diesmal kam niemand, ein andermal alle. |
Einmal im Jahr kommt der Tierarzt. |
Das Spiel ging einmal mehr verloren. |
Die Ernte war ein Drittel größer als sonst. | eq 0.3333 share
Hundertfünfzigtausend Bücher stehen im Keller. | eq 150000 Buch
Zweihunderttausend Bücher stehen im Keller. | eq 200000 Buch
Neunzehnhundert Bücher stehen im Keller. | eq 1900 Buch
Fünfundvierzig Bücher stehen im Keller. | eq 45 Buch
Eintausendzweihundertdreiunddreißig Bücher stehen im Keller. | eq 1233 Buch
Eine Million zweihunderttausend Bücher stehen im Keller. | eq 1200000 Buch
Zwei Millionen dreihunderttausend Bücher stehen im Keller. | eq 2300000 Buch
Einhundert Bücher stehen im Keller. | eq 100 Buch
Rund hundert Bücher stehen im Keller. | approx 100 Buch
Rund tausend Bücher stehen im Keller. | approx 1000 Buch
Null Komma drei Prozent fehlen. | eq 0.3 percent
Eins Komma fünf Millionen Euro fehlen. | eq 1500000 EUR
Hundert Prozent der Kühe sind geimpft. | eq 100 percent
Tausend Dank an alle! |
Sieben Tage, sechs Nächte. | eq 7 day; eq 6 Nacht
""")

FORMATS = cases("""
Der Verein hat 1.000.000 Mitglieder. | eq 1000000 Mitglied
Der Verein hat 1'000 Mitglieder. | eq 1000 Mitglied
Der Verein hat 1’000’000 Mitglieder. | eq 1000000 Mitglied
Der Verein hat 1 000 Mitglieder. | eq 1000 Mitglied
Der Verein hat 12\u00a0500 Mitglieder. | eq 12500 Mitglied
Der Verein hat 12\u2009500 Mitglieder. | eq 12500 Mitglied
Der Verein hat 12\u202f500 Mitglieder. | eq 12500 Mitglied
Der Verein hat 100 000 Mitglieder. | eq 100000 Mitglied
Die Quote liegt bei 12,5%. | eq 12.5 percent
Die Quote liegt bei 12,5 %. | eq 12.5 percent
Die Quote liegt bei 12,5\u00a0Prozent. | eq 12.5 percent
Die Quote stieg um 0,3 Prozentpunkte. | eq 0.3 percentage_point
Die Quote stieg um 0,3 %-Punkte. | eq 0.3 percentage_point
Die Zinsen stiegen um 25 Basispunkte. | eq 25 basis_point
Der Zins liegt bei -0,5 Prozent. | eq -0.5 percent
Der Zins liegt bei −0,5 Prozent. | eq -0.5 percent
Der Zins liegt bei minus 0,5 Prozent. | eq -0.5 percent
Das Werk kostet EUR 12 Mio. | eq 12000000 EUR
Das Werk kostet 12 Mio EUR. | eq 12000000 EUR
Das Werk kostet 12 Mio. Euro. | eq 12000000 EUR
Das Werk kostet 12,5 Mio € im Jahr. | eq 12500000 EUR
Das Werk kostet € 12.500.000. | eq 12500000 EUR
Das Werk kostet 3,5 Mrd Euro. | eq 3500000000 EUR
Das Werk kostet 3,5 Mrd. US-Dollar. | eq 3500000000 USD
Das Werk kostet US$ 40 Mio. | eq 40000000 USD
Das Werk kostet CHF 500 000. | eq 500000 CHF
Das Werk kostet 500 Tsd. Euro. | eq 500000 EUR
Das Werk kostet 500 T€. | eq 500000 EUR
Das Werk kostet 1,2 Bio. Euro. | eq 1200000000000 EUR
Das Werk kostet 1,2 Billionen Euro. | eq 1200000000000 EUR
Das Werk kostet 9,99 Euro. | eq 9.99 EUR
Das Heft kostet 9,- Euro. | eq 9 EUR
Das Heft kostet 80 Cent. | eq 80 cent
Das Werk machte 12 Mio. Euro Umsatz. | eq 12000000 EUR
Das Werk kostet 12-15 Mio. Euro. | range 12000000..15000000 EUR
Das Lager fasst 20-30 Boxen. | range 20..30 Box
Das Lager fasst 20 – 30 Boxen. | range 20..30 Box
Das Lager fasst 10 bis 20 Boxen. | range 10..20 Box
Das Lager fasst zehn bis zwanzig Boxen. | range 10..20 Box
Das Lager fasst zwischen 10 und 20 Boxen. | range 10..20 Box
Das Lager fasst zehn bis 20 Boxen. | range 10..20 Box
Die Firma wächst um 2 bis 3 Prozent. | range 2..3 percent
Die Firma wächst um zwei bis drei Prozent. | range 2..3 percent
Es werden 1,5 bis 2 Millionen Gäste erwartet. | range 1500000..2000000 Gast
Zwischen 20 und 25 Prozent der Kühe sind krank. | range 20..25 percent
Zwei, drei Kühe sind krank. | range 2..3 Kuh
Es fehlen zwei oder drei Kühe. | range 2..3 Kuh
Die Fehlerspanne beträgt plus/minus 3 Prozentpunkte. | eq 3 percentage_point
Die Fehlerspanne beträgt ±3 Prozentpunkte. | eq 3 percentage_point
Die Fehlerspanne beträgt +/- 3 Prozentpunkte. | eq 3 percentage_point
""")

BOUNDS = cases("""
Nicht mehr als 30 Gäste dürfen hinein. | le 30 Gast
Nicht weniger als 30 Gäste kamen. | ge 30 Gast
Keine zehn Gäste kamen. | lt 10 Gast
Kein einziger Gast kam. |
Unter 30 Gästen brach Streit aus. | lt 30 Gast
Unterhalb von 30 Euro lohnt es nicht. | lt 30 EUR
Über 30 Gäste kamen. | gt 30 Gast
Mehr als 30 Gäste kamen. | gt 30 Gast
Gut 100 Gäste kamen. | gt 100 Gast
Gut zwei Stunden dauerte es. | gt 2 h
Knapp 100 Gäste kamen. | lt 100 Gast
Knapp zwei Stunden dauerte es. | lt 2 h
Fast 100 Gäste kamen. | lt 100 Gast
Annähernd 100 Gäste kamen. | approx 100 Gast
Er gab sie nicht für weniger als 5 Euro her. | ge 5 EUR
Er nahm nie einen Cent. |
Nahezu 100 Gäste kamen. | lt 100 Gast
An die 50 Gäste kamen. | lt 50 Gast
Etwa 50 Gäste kamen. | approx 50 Gast
Circa 50 Gäste kamen. | approx 50 Gast
Ca. 50 Gäste kamen. | approx 50 Gast
Zirka 50 Gäste kamen. | approx 50 Gast
Rund 50 Gäste kamen. | approx 50 Gast
Ungefähr 50 Gäste kamen. | approx 50 Gast
Um die 50 Gäste kamen. | approx 50 Gast
In etwa 50 Fällen half das. | approx 50 Fall
Schätzungsweise 50 Gäste kamen. | approx 50 Gast
Grob geschätzt 50 Gäste kamen. | approx 50 Gast
Bis zu 50 Gäste kamen. | le 50 Gast
Höchstens aber 50 Gäste kamen. | le 50 Gast
Binnen 50 Tagen ist alles fertig. | le 50 day
Die vierjährige Anna stürzte. | eq 4 year
Höchstens 50 Gäste kamen. | le 50 Gast
Maximal 50 Gäste dürfen hinein. | le 50 Gast
Mindestens 50 Gäste kamen. | ge 50 Gast
Wenigstens 50 Gäste kamen. | ge 50 Gast
Zumindest 50 Gäste kamen. | ge 50 Gast
50 Gäste und mehr kamen. | ge 50 Gast
50 oder mehr Gäste kamen. | ge 50 Gast
Nur 50 Gäste kamen. | eq 50 Gast
Lediglich 50 Gäste kamen. | eq 50 Gast
Bloß 50 Gäste kamen. | eq 50 Gast
Genau 50 Gäste kamen. | eq 50 Gast
Exakt 50 Gäste kamen. | eq 50 Gast
Ganze 50 Gäste kamen. | eq 50 Gast
Immerhin 50 Gäste kamen. | eq 50 Gast
Schon mehr als 50 Gäste kamen. | gt 50 Gast
Deutlich mehr als 50 Gäste kamen. | gt 50 Gast
Etwas mehr als 50 Gäste kamen. | gt 50 Gast
Weit über 50 Gäste kamen. | gt 50 Gast
Etwas weniger als 50 Gäste kamen. | lt 50 Gast
Weniger als 50 Gäste kamen. | lt 50 Gast
Rund 30 bis 40 Gäste kamen. | range 30..40 Gast
Gegen 50 Gäste wird ermittelt. | eq 50 Gast
Die Grenze liegt bei mehr als zwei Promille. | gt 2 permille
Über fünf Jahre zog sich der Streit. | gt 5 year
Das Gesetz ist mit 51 gegen 49 Stimmen angenommen. | eq 51 Stimme; eq 49 Stimme
Sie ist über 80 Jahre alt. | gt 80 year
Sie sprachen über zwei Anträge. | eq 2 Antrag
Er verfügt über drei Höfe. | eq 3 Hof
Das Land verfügt über 200 Panzer. | eq 200 Panzer
Der Bericht handelt von 30 Fällen. | eq 30 Fall
Die Impfung wird für über 60-Jährige empfohlen. | gt 60 year
Die 16-jährige Schülerin fehlt. | eq 16 year
Eine 16-Jährige wurde vermisst. |
Ein Vierjähriger stürzte. |
Die Mittdreißigerin schweigt. |
Der Mann in den Fünfzigern schwieg. |
Eine Mutter von vier Kindern starb. | eq 4 Kind
""")

UNITS = cases("""
Der Zug fährt 300 km/h. | eq 300 km/h
Der Zug fährt 300 Stundenkilometer. | eq 300 km/h
Der Wagen fuhr Tempo 130. |
Es hatte 38 Grad. | eq 38 degree
Es hatte 38,5 Grad Celsius. | eq 38.5 °C
Es hatte 38°C im Schatten. | eq 38 °C
Es hatte 38 °C im Schatten. | eq 38 °C
Die Wohnung hat 80 m². | eq 80 m²
Die Wohnung hat 80 qm. | eq 80 m²
Die Wohnung hat 80 m2 Fläche. | eq 80 m²
Die Wohnung hat 80 Quadratmeter Wohnfläche. | eq 80 m²
Es brannten 400 Hektar Wald. | eq 400 ha
Der Haushalt braucht 3.500 kWh Strom. | eq 3500 kWh
Der Park liefert 40 Megawatt. | eq 40 MW
Das Land stieß 650 Millionen Tonnen CO2 aus. | eq 650000000 t
Das Werk walzt 2 Millionen Tonnen Stahl. | eq 2000000 t
Der Fluss führt 900 Kubikmeter Wasser pro Sekunde. | eq 900 m³
Pro Jahr werden 5000 Stück gebaut. | eq 5000 Stück
Das sind 12 Liter je Einwohner. | eq 12 l
Das kostet 12 Euro pro Stunde. | eq 12 EUR
Der Alkoholwert lag bei 1,8 Promille. | eq 1.8 permille
Das Beben hatte die Stärke 5,2. | eq 5.2
Der Brief kam mit 4.000 Unterschriften. | eq 4000 Unterschrift
Die Partei erhielt 3.200 Stimmen. | eq 3200 Stimme
Das Werk hat 900 Mitarbeiterinnen und Mitarbeiter. | eq 900 Mitarbeiterin
Die Kette betreibt 40 Filialen. | eq 40 Filiale
Der Konzern baut 300 Arbeitsplätze ab. | eq 300 Arbeitsplatz
Es gab 14 Tote und 30 Verletzte. | eq 14 Tote; eq 30 Verletzte
Die Gruppe besteht aus fünf Personen. | eq 5 Person
Die Bahn setzt 20 zusätzliche Züge ein. | eq 20 Zug
Die fünfköpfige Familie zog um. | eq 5 Person
Das zwölfstöckige Haus brannte. | eq 12 Stockwerk
Der dreiwöchige Streik endete. | eq 3 week
Die zweitägige Konferenz endete. | eq 2 day
Die Schule hat 14 Klassen. | eq 14 Klasse
Das Team gewann 20 Medaillen. | eq 20 Medaille
Der Fonds ist 4,2 Milliarden Dollar schwer. | eq 4200000000 USD
Der Turm ist 120 Meter hoch. | eq 120 m
Die Straße ist zwei Kilometer lang. | eq 2 km
Das Paket wiegt 2,5 Kilo. | eq 2.5 kg
Er lief die 100 Meter in 9,9 Sekunden. | eq 100 m; eq 9.9 s
""")

NAMES = cases("""
Betrug nach § 263 StGB wird bestraft. |
Nach Artikel 5 Absatz 2 ist das erlaubt. |
Nach Art. 5 Abs. 2 ist das erlaubt. |
Der Paragraf 129 wurde geändert. |
Auf der A8 und der B 27 staut es sich. |
Auf der A 8 staut es sich. |
Auf der Autobahn 8 staut es sich. |
Schalke 04 traf auf 1860 München. |
Der FC Schalke 04 verlor. |
Die U21 spielt im Finale. |
Hannover 96 steigt ab. |
Die ZiB 2 berichtete. |
Die G7 und die G 20 berieten. |
Covid-19 breitete sich aus. |
Die Hotline ist 24/7 erreichbar. |
Seit 9/11 ist vieles anders. |
Das Lied ist in den Top 10. |
Die Formel 1 gastiert hier. |
Das iPhone 15 ist teuer. |
Eine Boeing 747 landete. |
Ein Airbus A320 und eine Boeing 737 Max landeten. |
Der Golf 8 ist ein Auto. |
Der Porsche 911 war gestohlen. |
Windows 11 stürzte ab. |
Die Version 2.4.1 ist fehlerhaft. |
Die Apollo 13 kehrte um. |
Agenda 2010 heißt das Programm. |
Die Agenda 2030 ist beschlossen. |
Der Flug LH 454 fiel aus. |
Flug LH454 fiel aus. |
Der ICE 592 hatte Verspätung. |
Die Linie 5 fährt nicht. |
Die U-Bahn-Linie U6 fährt nicht. |
Das Haus in der Kaiserstraße 12 brannte. |
Das Haus Lange Gasse 7 brannte. |
Er wohnt in 1010 Wien. |
Er wohnt in 70173 Stuttgart. |
Wien, 1. Bezirk. |
Im 3. Stock brannte es. |
Telefon 0711 123456. |
Rückfragen unter +49 711 123456. |
ISBN 978-3-16-148410-0. |
Das Spiel endete 3:1. |
Er gewann 6:4, 6:2. |
Die Bayern gewannen 95:93. |
Das Verhältnis beträgt 3:1. |
Um 14.30 Uhr kam der Zug. |
Um 14:30 kam der Zug. |
Um halb drei kam der Zug. |
Um viertel nach drei kam der Zug. |
Es war fünf vor zwölf. |
Ludwig XIV. baute Schlösser. |
Papst Johannes Paul II. kam. |
Kapitel 3 und Seite 47 fehlen. |
Platz 3 ging an Österreich. |
Sie landete auf Rang 14. |
Zimmer 101 ist frei. |
Der Bus fährt von Gleis 7. |
Die Drei Zinnen sind ein Berg. |
Der Zwei-plus-Vier-Vertrag gilt. |
Das Neun-Euro-Ticket kommt. |
Die Fünf-Prozent-Hürde bleibt. |
Der Radiosender Ö3 und Bayern 3 berichteten. |
Das Jahr 1968 war bewegt. |
In den 1970er Jahren war das anders. |
In den 60er-Jahren war das anders. |
Der 11. September änderte alles. |
Die Klasse 5b fuhr weg. |
Die Drucksache 20/1234 liegt vor. |
Die PS5 ist ausverkauft. |
Die erste, zweite und dritte Frage blieb offen. |
Die Vier-Tage-Woche ist beliebt. |
Zwischen fünf und neun Uhr fuhr kein Bus. |
Von sieben bis acht Uhr war das Tor zu. |
Um fünf Uhr kamen 20 Helfer. | eq 20 Helfer
Zwischen fünf und neun Helfer kamen. | range 5..9 Helfer
In der dritten Runde 2,8 Prozent zu bieten, war zu wenig. | eq 2.8 percent
Der Verein zahlte für die Halle 3 Millionen Euro. | eq 3000000 EUR
In der Wohnung lagen 12 Kilogramm Hanf, in Zimmer 12 nichts. | eq 12 kg
Im Bezirk 1.200 Lehrlinge zu finden, ist schwer. | eq 1200 Lehrling
Im Bezirk 12 und in Halle 3 brannte es. |
Ein Liter, der im Sand versickert, ist verloren. |
Ein Liter Milch kostet 2 Euro. | eq 1 l; eq 2 EUR
Mindestens ein Viertel ging an die Gemeinden. | ge 0.25 share
Ein knappes Viertel blieb zu Hause. | lt 0.25 share
Das Haus ist zu zwei Dritteln fertig, der Turm zu drei Vierteln. | eq 0.6667 share; eq 0.75 share
Ein Viertel am Fluss wird neu gebaut. |
""")

SENTENCES = cases("""
Das 1,5-Grad-Ziel ist verfehlt. |
Das 49-Euro-Ticket wird teurer. |
Das 9-Euro-Ticket war beliebt. |
Die 100-Meter-Läuferin gewann. |
Der 20-Uhr-Bericht fiel aus. |
Der Zehn-Punkte-Plan liegt vor. |
Der 10-Punkte-Plan liegt vor. |
Die Sieben-Tage-Inzidenz liegt bei 120. | eq 120
Die 7-Tage-Inzidenz liegt bei 120. | eq 120
Der Elfmeter ging daneben. |
Der Zehnkämpfer stürzte. |
Die Achterbahn steht still. |
Das Drei-Länder-Eck ist schön. |
Null Toleranz gilt hier. |
Er hatte sechs Richtige im Lotto. | eq 6 Richtige
Der Vierbeiner bellte. |
Die Hunderter sind knapp. |
Er ist in den Dreißigern. |
Die Siebzigerjahre sind vorbei. |
Die Partie gegen den 1. FC Köln endete 2:0. |
Der 1. FC Nürnberg gewann. |
Die 2. Bundesliga startet. |
In der zweiten Liga spielen 18 Vereine. | eq 18 Verein
Die Frau ist im siebten Monat schwanger. |
Der Preis ist auf das 2,5-Fache gestiegen. | eq 2.5 times
Das ist das Zweieinhalbfache. | eq 2.5 times
Die Kosten liegen um das Dreifache höher. | eq 3 times
Im Schnitt hat jede Frau 1,4 Kinder. | eq 1.4 Kind
Von 100 Befragten stimmten 60 zu. | eq 100 Befragte; eq 60
60 von 100 Befragten stimmten zu. | eq 60 Befragte; eq 100 Befragte
Von den 100 Befragten stimmte jeder Zweite zu. | eq 100 Befragte; eq 0.5 share
Zwei von 17 Ländern stimmten zu. | eq 2 Land; eq 17 Land
42 der 50 Kühe sind krank. | eq 42 Kuh; eq 50 Kuh
Sie verlor mit 48 zu 52 Prozent. | eq 48 percent; eq 52 percent
Die Mehrheit stimmte mit 51,3 Prozent zu. | eq 51.3 percent
Es kamen 20 bis 30 Prozent weniger Gäste. | range 20..30 percent
Bei 20 Grad minus fror der See. | eq -20 degree
Bei minus 20 Grad fror der See. | eq -20 degree
Bei Temperaturen um die 30 Grad schmolz er. | approx 30 degree
Bei Temperaturen bis 30 Grad schmolz er. | le 30 degree
Bei Temperaturen von bis zu 30 Grad schmolz er. | le 30 degree
Er muss 30.000 bis maximal 40.000 Euro zahlen. | range 30000..40000 EUR
Er muss mindestens 30.000 und höchstens 40.000 Euro zahlen. | ge 30000 EUR; le 40000 EUR
Der Eintritt kostet fünf Euro, für Kinder drei. | eq 5 EUR; eq 3
Ab 18 Jahren darf man wählen. | ge 18 year
Kinder unter 14 Jahren sind nicht strafmündig. | lt 14 year
Kinder bis 14 Jahre zahlen nichts. | le 14 year
Kinder zwischen sechs und 14 Jahren zahlen nichts. | range 6..14 year
Die 14- bis 17-Jährigen rauchen weniger. | range 14..17 year
Die unter 30-Jährigen wählen anders. | lt 30 year
Der Anteil der über 65-Jährigen wächst. | gt 65 year
Die 30- bis 40-jährigen Männer fehlen. | range 30..40 year
Der Verein feierte sein 100-jähriges Bestehen. | eq 100 year
Zum 50. Geburtstag kamen 80 Gäste. | eq 80 Gast
Die vierköpfige Bande wurde gefasst. | eq 4 Person
Im Umkreis von 30 Kilometern ist alles gesperrt. | eq 30 km
Der Sturm erreichte bis zu 130 Stundenkilometer. | le 130 km/h
Der Fluss steigt auf über sechs Meter. | gt 6 m
Das sind 2,3 Millionen mehr als im Vorjahr. | eq 2300000
Das sind zwei Prozentpunkte mehr als 2019. | eq 2 percentage_point
Ein Plus von mehr als 20 Prozent steht zu Buche. | gt 20 percent
Eine Verdreifachung der Kosten droht. | eq 3 times
Eine Verdoppelung der Mittel ist geplant. | eq 2 times
Eine Halbierung der Mittel ist geplant. | eq 0.5 times
Der Konzern hat weltweit rund 120.000 Beschäftigte. | approx 120000 Beschäftigte
Insgesamt gab es 12 Verletzte, davon drei schwer. | eq 12 Verletzte; eq 3
Es gab nicht einmal 100 Zuschauer. | lt 100 Zuschauer
Es gab noch nicht einmal 100 Zuschauer. | lt 100 Zuschauer
Es gab nicht ganz 100 Zuschauer. | lt 100 Zuschauer
Es gab kaum mehr als 100 Zuschauer. | gt 100 Zuschauer
Es gab kaum 100 Zuschauer. | lt 100 Zuschauer
Es waren nie mehr als 100 Zuschauer da. | le 100 Zuschauer
Es waren nicht über 100 Zuschauer da. | le 100 Zuschauer
Es waren wohl 100 Zuschauer da. | eq 100 Zuschauer
Es waren vielleicht 100 Zuschauer da. | eq 100 Zuschauer
Es waren gerade einmal 100 Zuschauer da. | eq 100 Zuschauer
Es waren gerade mal 100 Zuschauer da. | eq 100 Zuschauer
Es waren so um die 100 Zuschauer da. | approx 100 Zuschauer
Es waren geschätzte 100 Zuschauer da. | approx 100 Zuschauer
Es waren stolze 100 Zuschauer da. | eq 100 Zuschauer
Es waren satte 100 Zuschauer da. | eq 100 Zuschauer
Es waren bereits 100 Zuschauer da. | eq 100 Zuschauer
Es waren sicher über 100 Zuschauer da. | gt 100 Zuschauer
Es waren über hundert Zuschauer da. | gt 100 Zuschauer
Mehr als ein Dutzend Zuschauer kamen. | gt 12 Zuschauer
Über eine Million Zuschauer kamen. | gt 1000000 Zuschauer
Weit mehr als eine halbe Million Zuschauer kamen. | gt 500000 Zuschauer
Knapp eineinhalb Millionen Zuschauer kamen. | lt 1500000 Zuschauer
Fast drei Dutzend Zuschauer kamen. | lt 36 Zuschauer
Eine gute Stunde dauerte es. | gt 1 h
Eine knappe Stunde dauerte es. | lt 1 h
Ein knappes Drittel der Kühe starb. | lt 0.3333 share
Gut die Hälfte der Kühe starb. | gt 0.5 share
Über die Hälfte der Kühe starb. | gt 0.5 share
Weniger als ein Viertel der Kühe starb. | lt 0.25 share
Mindestens jede zehnte Kuh starb. | ge 0.1 share
Der Vertrag läuft über fünf Jahre. | gt 5 year
Er bekam zwei Jahre auf Bewährung. | eq 2 year
Sie bekam lebenslang. |
Er saß 14 Monate in Haft. | eq 14 month
Im Jahr darauf kamen 14. | eq 14
Rund 1200 Menschen demonstrierten. | approx 1200 Mensch
1200 Menschen demonstrierten. | eq 1200 Mensch
2019 Menschen demonstrierten. | eq 2019 Mensch
2019 demonstrierten 1200 Menschen. | eq 1200 Mensch
Im Mai 2019 demonstrierten 1200. | eq 1200
Seit 2015 sind 1.200 Schiffe gesunken. | eq 1200 Schiff
Die Kosten: 12 Euro. | eq 12 EUR
Kosten von 1,2 Millionen, statt 800.000 Euro. | eq 1200000; eq 800000 EUR
Die Aktie schloss bei 45,30 Euro. | eq 45.3 EUR
Die Aktie verlor 2,3 Prozent auf 45,30 Euro. | eq 2.3 percent; eq 45.3 EUR
Der Dax fiel um 0,8 Prozent auf 15.630 Punkte. | eq 0.8 percent; eq 15630 Punkt
Die Inflationsrate lag bei 8,7 Prozent nach 9,2 Prozent im Vormonat. | eq 8.7 percent; eq 9.2 percent
Der Euro kostete 1,0831 Dollar. | eq 1.0831 USD
Das Barrel kostete 82,15 Dollar. | eq 82.15 USD
Der Zug hatte 90 Minuten Verspätung. | eq 90 min
In 90 Minuten fielen drei Tore. | eq 90 min; eq 3 Tor
Im Abstand von je zwei Metern stehen Bäume. | eq 2 m
Die Quote sank von 60 auf unter 50 Prozent. | eq 60 percent; lt 50 percent
Die Zahl wuchs von rund 200 auf mehr als 300. | approx 200; gt 300
Der Preis stieg von 1,20 Euro auf 1,50 Euro. | eq 1.2 EUR; eq 1.5 EUR
Sieben der acht Sitze gingen an die Opposition. | eq 7 Sitz; eq 8 Sitz
Das Gremium hat acht statt bisher sechs Sitze. | eq 8; eq 6 Sitz
Die Beamten fanden 2,4 Kilogramm Kokain. | eq 2.4 kg
Das Gerät misst 20 mal 30 Zentimeter. | eq 20 cm; eq 30 cm
Das Gerät misst 20 x 30 Zentimeter. | eq 20 cm; eq 30 cm
Er wurde mit 1,6 Promille erwischt. | eq 1.6 permille
Er fuhr 1.200 Kilometer in zwölf Stunden. | eq 1200 km; eq 12 h
Zweimal im Jahr findet das Fest statt. | eq 2 times
Dreimal so viele Gäste wie sonst kamen. | eq 3 times
Ein Mensch starb, drei wurden verletzt. | eq 3
Ein Toter, drei Verletzte. | eq 3 Verletzte
Nur ein einziger Gast kam. | eq 1 Gast
Genau eine Kuh blieb gesund. | eq 1 Kuh
Kein Gast kam. |
Keiner der 30 Gäste kam. | eq 30 Gast
Der Anruf kam aus Zelle 4. |
Das Urteil umfasst 120 Seiten. | eq 120 Seite
Auf Seite 120 steht das Gegenteil. |
Das Kapitel 7 umfasst 30 Seiten. | eq 30 Seite
Die Erde ist 4,6 Milliarden Jahre alt. | eq 4600000000 year
Vor 65 Millionen Jahren starben die Saurier. |
Der FC gewann mit 3:2 nach Elfmeterschießen. |
Real gewann in 90 Minuten mit 2:1. | eq 90 min
Der Kader umfasst 23 Spieler. | eq 23 Spieler
Die Mannschaft liegt mit 34 Punkten auf Platz 3. | eq 34 Punkt
Sie sprang 7,01 Meter weit. | eq 7.01 m
Sie lief den Marathon in 2:15:30 Stunden. |
Vier Mal Gold holte das Team. | eq 4 times
Bei der Wahl 2021 erhielt sie 14,8 Prozent. | eq 14.8 percent
SPD 25,7 Prozent, CDU 24,1 Prozent. | eq 25.7 percent; eq 24.1 percent
Das Gesetz gilt ab 1. Januar für Betriebe mit mehr als 250 Beschäftigten. | gt 250 Beschäftigte
Bis 2030 sollen es 15 Millionen Autos sein. | eq 15000000 Auto
Bis Ende 2030 sollen es 80 Prozent sein. | eq 80 percent
""")


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_number_words_shares_and_multiples_are_read_and_vague_amounts_left_out(
    text: str, expected: str
) -> None:
    assert written(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), FORMATS)
def test_digits_currencies_and_ranges_are_read_in_every_form(text: str, expected: str) -> None:
    assert written(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_words_beside_a_number_bound_it(text: str, expected: str) -> None:
    assert written(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_have_their_normal_form_and_nouns_their_lemma(text: str, expected: str) -> None:
    assert written(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_numbers_in_names_dates_scores_and_codes_are_no_quantities(text: str, expected: str) -> None:
    assert written(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_of_a_newsroom_are_read(text: str, expected: str) -> None:
    assert written(text, "de") == expected
