"""English sentences that a linguist would try on the grammar of quantities. All are invented."""

import pytest

from tests.factcheck.extraction.counting import cases, written

WORDS = cases("""
Two and a half million hens died. | eq 2500000 hen
A quarter of a million hens died. | eq 250000 hen
Three quarters of a million hens died. | eq 750000 hen
Half a million hens died. | eq 500000 hen
Half a dozen hens died. | eq 6 hen
A dozen hens died. | eq 12 hen
Two dozen hens died. | eq 24 hen
A couple of hens died. |
A couple of hundred hens died. |
Dozens of hens died. |
Hundreds of hens died. |
Tens of thousands of hens died. |
Hundreds of thousands fled. |
Several thousand hens died. |
Several dozen hens died. |
A few hundred hens died. |
Millions of hens died. |
Many millions watched. |
Billions of dollars were lost. |
One in five hens died. | eq 0.2 share
One in every five hens died. | eq 0.2 share
Nearly one in three hens died. | lt 0.3333 share
Nine out of ten hens died. | eq 0.9 share
Three in four hens died. | eq 0.75 share
A one-in-three chance remains. | eq 0.3333 share
Every second hen died. | eq 0.5 share
Every third house is empty. | eq 0.3333 share
A third of the hens died. | eq 0.3333 share
One third of the hens died. | eq 0.3333 share
One-third of the hens died. | eq 0.3333 share
Two-thirds of the hens died. | eq 0.6667 share
Three-quarters of the hens died. | eq 0.75 share
Four fifths of the hens died. | eq 0.8 share
Half of the hens died. | eq 0.5 share
More than half of the hens died. | gt 0.5 share
Almost half the hens died. | lt 0.5 share
Just over half of hens died. | gt 0.5 share
About a quarter of hens died. | approx 0.25 share
They sold a third more eggs. | eq 0.3333 share
Twice as many hens died. | eq 2 times
More than twice as many hens died. | gt 2 times
Three times as many hens died. | eq 3 times
It is five times bigger. | eq 5 times
Half as many hens died. | eq 0.5 times
It has doubled in size. | eq 2 times
It has more than doubled. | gt 2 times
It nearly tripled. | lt 3 times
The number halved. | eq 0.5 times
There was a tenfold increase. | eq 10 times
The risk is fourfold. | eq 4 times
He won twice. | eq 2 times
He won three times. | eq 3 times
The yard lost nine cranes over three years. | eq 9 crane; eq 3 year
He waited for over three years. | gt 3 year
The mayor quits over £4m bill. | eq 4000000 GBP
Once upon a time there was a hen. |
The first hen died. |
The third hen died. |
A third hen died. |
One of the hens died. |
One hen died. | eq 1 hen
No one came. |
One must not forget that. |
The white ones are gone. |
One day it will end. |
The one thing that matters is rain. |
Both hens died. |
Twenty-one hens died. | eq 21 hen
One hundred and twenty hens died. | eq 120 hen
Two thousand five hundred hens died. | eq 2500 hen
Three hundred thousand hens died. | eq 300000 hen
One million two hundred thousand hens died. | eq 1200000 hen
Nineteen hundred hens died. | eq 1900 hen
Zero hens died. | eq 0 hen
Ninety-nine per cent of hens died. | eq 99 percent
In the first half, the Rovers led. |
In the second quarter the Rovers led. |
The latter half of the book is dull. |
""")

FORMATS = cases("""
It costs $3.2bn. | eq 3200000000 USD
It costs $3.2 billion. | eq 3200000000 USD
It costs $3.2B. | eq 3200000000 USD
It costs $3.2M. | eq 3200000 USD
It costs US$ 40m. | eq 40000000 USD
It costs US$40 million. | eq 40000000 USD
It costs €1.2tn. | eq 1200000000000 EUR
It costs £800m. | eq 800000000 GBP
It costs £5k. | eq 5000 GBP
It costs 5k a year. | eq 5000
It costs A$20. | eq 20 AUD
It costs C$20. | eq 20 CAD
It costs 20p. | eq 20 penny
It costs 99 cents. | eq 99 cent
It costs ¥500. | eq 500 JPY
It costs EUR 500. | eq 500 EUR
It costs 500 EUR. | eq 500 EUR
It costs $1,234.56. | eq 1234.56 USD
It costs $1.5-2 million. | range 1500000..2000000 USD
It costs $5 to $7. | range 5..7 USD
It costs between $5 and $7. | range 5..7 USD
It costs between £5m and £7m. | range 5000000..7000000 GBP
It takes 5 to 7 weeks. | range 5..7 week
It takes five to seven weeks. | range 5..7 week
It takes between 5 and 7 weeks. | range 5..7 week
It takes 10-20 weeks. | range 10..20 week
It takes 10–20 weeks. | range 10..20 week
It takes two or three weeks. | range 2..3 week
Between a third and a half of hens died. | range 0.3333..0.5 share
The farm has 100 000 hens. | eq 100000 hen
The farm has 100\u00a0000 hens. | eq 100000 hen
The farm has 1,000,000 hens. | eq 1000000 hen
The farm has 2.5m hens. | eq 2500000 hen
The farm has 2.5 mn hens. | eq 2500000 hen
The rate is 12.5%. | eq 12.5 percent
The rate is 12.5 per cent. | eq 12.5 percent
The rate is 12.5 percent. | eq 12.5 percent
The rate is 12.5pc. | eq 12.5 percent
The rate rose 0.3 percentage points. | eq 0.3 percentage_point
The rate rose 25 basis points. | eq 25 basis_point
The rate rose 25bps. | eq 25 basis_point
The rate is -0.5%. | eq -0.5 percent
The margin is plus or minus 3 percentage points. | eq 3 percentage_point
The margin is ±3 percentage points. | eq 3 percentage_point
The margin is +/-3 percentage points. | eq 3 percentage_point
""")

BOUNDS = cases("""
Members topped 5,000. | gt 5000
She won 21-18, 14-21, 21-19 in 87 minutes. | eq 87 min
A Dutch one reported gains. |
The one in Hull is shut. |
The pay had gone up to £1.9m. | eq 1900000 GBP
It costs up to £40. | le 40 GBP
Orders had risen by a half since January. | eq 0.5 share
Prices have crossed the $100 mark. | gt 100 USD
The trial lasted more than a year. | gt 1 year
They waited longer than a month. | gt 1 month
It took nearly a decade. | lt 1 decade
The pact ran for over a decade. | gt 1 decade
It will take up to a year. | le 1 year
He wrote it over a weekend in a year. |
More than a third left. | gt 0.3333 share
No fewer than 40 hens died. | ge 40 hen
Not less than 40 hens died. | ge 40 hen
No more than 40 hens died. | le 40 hen
Not more than 40 hens died. | le 40 hen
At least 40 hens died. | ge 40 hen
At most 40 hens died. | le 40 hen
Up to 40 hens died. | le 40 hen
They live within ten miles. | le 10 mile
Sales fell by a third within two years. | eq 0.3333 share; le 2 year
The cost is to double by May. | eq 2 times
The cost will treble. | eq 3 times
You would not get it for under £5. | ge 5 GBP
She did not pay more than £5. | le 5 GBP
The yard, not the city, lost more than £5. | gt 5 GBP
The sum is closer to £52m. | approx 52000000 GBP
In one memo he wrote of nine cranes. | eq 9 crane
A 61-year-old man was hurt. | eq 61 year
As many as 40 hens died. | le 40 hen
As few as 40 hens died. | ge 40 hen
It costs as little as £5. | ge 5 GBP
It costs as much as £5. | le 5 GBP
Only 40 hens died. | eq 40 hen
Just 40 hens died. | eq 40 hen
Exactly 40 hens died. | eq 40 hen
Some 40 hens died. | approx 40 hen
About 40 hens died. | approx 40 hen
Around 40 hens died. | approx 40 hen
Roughly 40 hens died. | approx 40 hen
Approximately 40 hens died. | approx 40 hen
An estimated 40 hens died. | approx 40 hen
Circa 40 hens died. | approx 40 hen
Close to 40 hens died. | approx 40 hen
Nearly 40 hens died. | lt 40 hen
Almost 40 hens died. | lt 40 hen
Just under 40 hens died. | lt 40 hen
Just over 40 hens died. | gt 40 hen
More than 40 hens died. | gt 40 hen
Over 40 hens died. | gt 40 hen
Well over 40 hens died. | gt 40 hen
Upwards of 40 hens died. | gt 40 hen
In excess of 40 hens died. | gt 40 hen
Fewer than 40 hens died. | lt 40 hen
Less than 40 hens died. | lt 40 hen
Under 40 hens died. | lt 40 hen
Below 40 degrees it is cold. | lt 40 degree
40 hens or more died. | ge 40 hen
40 or more hens died. | ge 40 hen
40-plus hens died. | ge 40 hen
40+ hens died. | ge 40 hen
40 or fewer hens died. | le 40 hen
40 or so hens died. | approx 40 hen
A maximum of 40 hens fit. | le 40 hen
A minimum of 40 hens fit. | ge 40 hen
A total of 40 hens died. | eq 40 hen
A record 40 hens died. | eq 40 hen
They talked about two hens. | eq 2 hen
An 18-year-old was hurt. |
The over-50s are at risk. |
People aged 18 to 24 vote less. | range 18..24
People aged 65 and over vote more. | ge 65
""")

UNITS = cases("""
The train does 300 km/h. | eq 300 km/h
The car did 70mph. | eq 70 mph
The car did 70 miles an hour. | eq 70 mph
The car did 70 miles per hour. | eq 70 mph
It was 30 degrees. | eq 30 degree
It was 30C in the shade. | eq 30 °C
It was 30°C in the shade. | eq 30 °C
It was 86 degrees Fahrenheit. | eq 86 °F
The flat has 80 square metres. | eq 80 m²
The flat has 900 square feet. | eq 900 ft²
The fire burned 400 hectares. | eq 400 ha
The fire burned 400 acres of forest. | eq 400 acre
The plant yields 40 megawatts. | eq 40 MW
The plant made 2 million tonnes of steel. | eq 2000000 t
The firm has 300 employees. | eq 300 employee
The firm runs 40 factories. | eq 40 factory
The bill passed by 51 votes to 49. | eq 51 vote; eq 49
Four people and six children died. | eq 4 people; eq 6 child
The two-day talks ended. | eq 2 day
The 12-member panel met. | eq 12 member
A $50m deal was signed. | eq 50000000 USD
A 50-million-dollar deal was signed. | eq 50000000 USD
The six-foot fence fell. | eq 6 ft
A 10-year-old girl won. | eq 10 year
The tower is 120m tall. | eq 120 m
The 200-page report is out. | eq 200 page
""")

NAMES = cases("""
Section 230 protects them. |
Article 5 was invoked. |
Under Article 5(1) it is legal. |
The M25 was shut. |
The A40 was shut. |
Interstate 95 was shut. |
Route 66 was shut. |
Channel 4 reported it. |
BBC Radio 4 reported it. |
BBC Two reported it. |
Covid-19 spread. |
The line is open 24/7. |
After 9/11 all changed. |
The song is in the Top 10. |
The Group of Seven met. |
The G20 met. |
The Big Four met. |
Formula 1 returns. |
The iPhone 15 is dear. |
A Boeing 737 Max landed. |
An Airbus A320 landed. |
Windows 11 crashed. |
Version 2.4.1 is broken. |
Flight BA 117 was late. |
Flight 370 vanished. |
The Apollo 13 crew returned. |
He lives at 10 Downing Street. |
He lives at 221B Baker Street. |
Call 020 7946 0000. |
Call +44 20 7946 0000. |
Call 555-1234. |
The ISBN is 978-3-16-148410-0. |
The Rovers won 3-1. |
She won 6-4, 6-2. |
The Lakers won 95-93. |
The ratio is 3:1. |
At 7.30pm the train left. |
At 7 o'clock the train left. |
At half past seven the train left. |
World War II ended. |
World War Two ended. |
King Charles III spoke. |
Chapter 11 was filed. |
Page 47 is missing. |
Number 10 declined to comment. |
No. 10 declined to comment. |
Room 101 is free. |
The under-21s won. |
In the 1970s it was different. |
On 11 September it changed. |
On September 11 it changed. |
The class of 2015 met. |
Catch-22 is a novel. |
The S&P 500 fell. |
The FTSE 100 fell. |
The Fortune 500 firms fell. |
She came in 14th. |
She wore number 9. |
The PS5 is sold out. |
Psalm 23 was read. |
Resolution 242 was passed. |
The 5G network is here. |
B-52 bombers took off. |
""")

SENTENCES = cases("""
The 1.5-degree target is missed. | eq 1.5 degree
The ten-point plan is out. | eq 10 point
The 100-metre race is off. | eq 100 m
The 800-year-old church burned. | eq 800 year
It was a five-star hotel. |
It was a two-way street. |
It was a one-off payment. |
It was a three-quarter majority. |
It needs a two-thirds majority. | eq 0.6667 share
The second-largest bank failed. |
It has a population of 5.2 million. | eq 5200000
More than half a million people fled. | gt 500000 people
Well over a million people fled. | gt 1000000 people
As many as a third of voters stayed home. | le 0.3333 share
At least one person died. | ge 1 person
Only one person died. | eq 1 person
Not one person died. |
None of the 30 guests came. | eq 30 guest
Two of the 30 guests came. | eq 2 guest; eq 30 guest
Two of them came. | eq 2
All three guests came. | eq 3 guest
All 30 guests came. | eq 30 guest
The other 30 guests came. | eq 30 guest
Another 30 guests came. | eq 30 guest
A further 30 guests came. | eq 30 guest
The remaining 30 guests came. | eq 30 guest
Some 30 or 40 guests came. | range 30..40 guest
Thirty to forty guests came. | range 30..40 guest
Anywhere between 30 and 40 guests came. | range 30..40 guest
Prices fell by a third. | eq 0.3333 share
Prices rose threefold. | eq 3 times
Sales grew by 2 to 3 per cent. | range 2..3 percent
Sales fell from 40 to fewer than 30. | eq 40; lt 30
It lasted just over two hours. | gt 2 h
It lasted half an hour. | eq 0.5 h
It lasted an hour and a half. | eq 1.5 h
It lasted two and a half hours. | eq 2.5 h
It lasted a quarter of an hour. | eq 0.25 h
It lasted 90 minutes. | eq 90 min
It cost a quarter of the price. | eq 0.25 share
He was sentenced to 14 years in prison. | eq 14 year
He was jailed for life. |
He is 34. | eq 34
He turned 50. | eq 50
The 34-year-old was arrested. |
Ms Example, 34, was arrested. |
A man in his 30s was arrested. |
A man in his thirties was arrested. |
Children under 14 pay nothing. | lt 14
Children under the age of 14 pay nothing. | lt 14
Adults over 65 pay less. | gt 65
Those aged 16 and over may vote. | ge 16
The under-30s vote differently. |
Temperatures hit minus 20 degrees. | eq -20 degree
It was 20 below. | eq 20
There were zero cases. | eq 0 case
It made a net loss of £4.5m. | eq 4500000 GBP
It made a loss of between £4m and £5m. | range 4000000..5000000 GBP
A £4.5m-a-year contract was signed. | eq 4500000 GBP
The contract is worth £4.5m a year. | eq 4500000 GBP
They charge $5 per gallon. | eq 5 USD
It trades at $82.15 a barrel. | eq 82.15 USD
The pound bought $1.2731. | eq 1.2731 USD
The index closed at 7,512.3. | eq 7512.3
The index closed 0.4% lower at 7,512 points. | eq 0.4 percent; eq 7512 point
The vote was 51% to 49%. | eq 51 percent; eq 49 percent
The bill passed 220-213. |
The motion was carried by 220 to 213. | eq 220; eq 213
The court voted 6-3. |
The Senate voted 52 to 48. | eq 52; eq 48
They won by three goals to one. | eq 3 goal
They won 4-0 and 2-1. |
They lost the first of three games. | eq 3 game
In the 90th minute, he scored. |
She ran 100 metres in 10.8 seconds. | eq 100 m; eq 10.8 s
She ran it in 2:15:30. |
Of 100 people asked, 60 agreed. | eq 100 people; eq 60
Sixty of the 100 people agreed. | eq 60 people; eq 100 people
60 out of 100 people agreed. | eq 60; eq 100 people
Three in ten people agreed. | eq 0.3 share
It affects one in every 100 people. | eq 0.01 share
It affects one in 8 women. | eq 0.125 share
It is a 50-50 chance. |
It is a fifty-fifty chance. |
The three-mile run is on. | eq 3 mile
The Boeing 737-800 landed. |
The F-16 landed. |
The Type 45 destroyer sailed. |
Room 12 is empty. |
Platform 9 is empty. |
District 9 is closed. |
He lives in Apartment 12B. |
He won at 15-1. |
The odds are 5/2. |
They met at 10 Downing Street at 9am. |
She came 3rd in 2019. |
She came second. |
There were 3,000 of them. | eq 3000
3,000 people, including 200 children, died. | eq 3000 people; eq 200 child
Ten people died and 14 were hurt. | eq 10 people; eq 14
More than two dozen people died. | gt 24 people
Nearly two dozen people died. | lt 24 people
About half a dozen people died. | approx 6 people
A handful of people died. |
A score of people died. |
A few people died. |
Several people died. |
Many thousands died. |
A hundred people died. | eq 100 people
A thousand people died. | eq 1000 people
A million people died. | eq 1000000 people
One million people died. | eq 1000000 people
Hundreds of millions of pounds were spent. |
$100 million-plus was spent. | ge 100000000 USD
The $1.9 trillion plan passed. | eq 1900000000000 USD
The six-month-old baby died. | eq 6 month
A 30-minute delay followed. | eq 30 min
The price has gone up fivefold. | eq 5 times
It grew 20-fold. | eq 20 times
It is 20 times larger. | eq 20 times
It grew by 150 per cent. | eq 150 percent
That is 1.2 percentage points more. | eq 1.2 percentage_point
It is half the size. | eq 0.5 share
It is double the size. | eq 2 times
It is twice the size. | eq 2 times
They doubled their money. | eq 2 times
A doubling of prices followed. | eq 2 times
One by one they left. |
It was one of 20 houses. | eq 20 house
He scored one goal. | eq 1 goal
A one-year-old died. |
Each of the five men got 10 years. | eq 5 man; eq 10 year
""")


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_number_words_shares_and_multiples_are_read_and_vague_amounts_left_out(
    text: str, expected: str
) -> None:
    assert written(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), FORMATS)
def test_digits_currencies_and_ranges_are_read_in_every_form(text: str, expected: str) -> None:
    assert written(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_words_beside_a_number_bound_it(text: str, expected: str) -> None:
    assert written(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_have_their_normal_form_and_nouns_their_lemma(text: str, expected: str) -> None:
    assert written(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_numbers_in_names_dates_scores_and_codes_are_no_quantities(text: str, expected: str) -> None:
    assert written(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_of_a_newsroom_are_read(text: str, expected: str) -> None:
    assert written(text, "en") == expected
