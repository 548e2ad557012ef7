"""Whose words a sentence has: where a statement ends, whose turn it is, and what is only said of somebody."""

import pytest

from bench.facts.ledger import ledger
from bench.facts.people.said.check import check_speakers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

NEWS = Source(
    "The ferry firm said on Monday that no crew now worked more than 12 hours a day. That did not satisfy Nora Quist, whose "
    'father drowned. "Twelve hours is the law," she said. "They want applause for obeying it." The governor, Leyla Moe, '
    'said that prices would rise "below 40 percent". Finance minister Olaf Deniz has forecast 35 percent. Chief executive '
    "Howard Strang keeps his job; he said that his bonus of 410,000 pounds had gone to the otters. Secretary Ida Moncrieff "
    "wanted to know why both may stay. Strang's wife, Philippa, is a trustee of the Lark Trust, whose treasurer, "
    'Bernard Quill, called that "a joke we did not need". Outside, Senada Muric, who lost a son, did a sum. "That is less than two months '
    'for each of them," she said. Prosecutor Luc Verheyden said he would not appeal.'
)
CALL = Source(
    """Quarterly call. Speakers: Dario Pellegrin, chief executive; Anneke Wit, finance director.
Operator: We start with Helena Brandt.
Brandt: What was churn, and does the guidance of 90 million hold?
Pellegrin: Churn was 1.8 percent a month, down from 2.1 percent. The winter was hard.
Wit: It holds. A migrated customer pays 6 euros a month more than before."""
)


@pytest.mark.parametrize(
    "summary",
    [
        "The firm wants praise for the law, complained Nora Quist, after the ferry firm said that crews now work no more.",
        "The governor sees prices under 40 percent, against the 35 the finance minister predicts.",
        "Ida Moncrieff says that the chief executive may stay.",
        "The otters joke was not needed, said Bernard Quill of the Lark Trust.",
        "That is under two months for each, said Senada Muric after the prosecutor said that he would not appeal.",
    ],
)
def test_what_stands_round_a_statement_is_no_part_of_it(summary: str) -> None:
    assert not {f.verdict for f in check_speakers(NEWS, Document(summary))} & WRONG


@pytest.mark.parametrize(
    ("summary", "by"),
    [
        ("It comes to less than two months for each man, said Luc Verheyden.", "Senada Muric"),
        ("That was a joke that nobody did need, said Philippa Strang of the Lark Trust.", "Bernard Quill"),
    ],
)
def test_a_figure_in_words_and_a_relative_clause_tell_who_spoke(summary: str, by: str) -> None:
    [finding] = [f for f in check_speakers(NEWS, Document(summary)) if f.verdict in WRONG]
    assert finding.reason == f"article: {by} said this"


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Pellegrin said that churn was 1.8 percent a month.", False),
        ("Anneke Wit told Brandt that a migrated customer pays six euros a month more.", False),
        ("Pellegrin said that a migrated customer pays six euros a month more.", True),
        ("According to Anneke Wit, churn fell from 2.1 percent after a hard winter.", True),
    ],
)
def test_a_name_and_a_colon_open_a_turn(summary: str, wrong: bool) -> None:
    assert bool({f.verdict for f in check_speakers(CALL, Document(summary))} & WRONG) == wrong


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Two ledgers were what the accused had kept, Judge Rahm remarked.", True),
        ("Two ledgers were what the accused had kept, the prosecutor Per Lindh remarked.", False),
    ],
)
def test_the_accused_say_nothing(summary: str, wrong: bool) -> None:
    source = Source(
        "Nils Olsson, 58, accused of hiding losses, asked for a chair and Judge Cecilia Rahm allowed it. Prosecutor Per "
        "Lindh told the court that Olsson had kept two ledgers and one smile. Judge Rahm left."
    )
    assert bool({f.verdict for f in check_speakers(source, Document(summary))} & WRONG) == wrong


HARBOUR = Source(
    "The harbour at Selby Cove will be dredged. Engineer Rosa Brill said the worst part was the mud below the crane. The "
    "diver Omar Keel, whose cousin Ivo drowned there, said nobody had asked him. Clerk Peter Lang, of Lang Marine, "
    "promised a new slipway. The line's counsel, Jean Mott, announced that it would pay. Vera Sand of the Quiet Bay "
    'group wants silence after ten. "We buy boats in order to sail them," said Anton Berg, grandson of the founder of '
    "Berg Gruppe. His daughter had been ill. Berg's partner, Lena Dahl, said tolls would end in June."
)


def test_a_statement_of_several_words_of_another_is_not_the_speakers() -> None:
    told = Document("Nothing had been put to them in person, the mud was worst, Omar Keel said.")
    [finding] = [f for f in check_speakers(HARBOUR, told) if f.verdict in WRONG]
    assert finding.reason == "article: Rosa Brill said this"


@pytest.mark.parametrize(
    "summary",
    [
        "The crane was hardest to reach, Jean Mott said.",
        "Boats can use another slipway soon, according to Rosa Brill.",
        "Tolls are to be scrapped in summer, Omar Keel insisted.",
    ],
)
def test_one_word_in_common_with_anothers_statement_says_too_little(summary: str) -> None:
    assert not {f.verdict for f in check_speakers(HARBOUR, Document(summary))} & WRONG


@pytest.mark.parametrize(
    "summary",
    [
        "It was dealing with the mud that proved hardest, Brill said.",
        "Omar Keel, who lost his cousin Ivo, complained of not being asked.",
        "Lang said a slipway would come, while the line, according to its counsel, will pay.",
        "Mrs Sand of Quiet Bay wants silence at night.",
        '"We buy boats in order to sail them," insisted the grandson of Berg Gruppe\'s founder.',
        "Mr Berg says that they buy boats to sail them.",
        "Dahl announced the end of tolls in June, but Brill spoke of mud.",
    ],
)
def test_who_speaks_is_told_from_who_only_stands_beside(summary: str) -> None:
    assert not {f.verdict for f in check_speakers(HARBOUR, Document(summary))} & WRONG


MARKET = Source(
    "The market hall at Orme will shut in May. Trader Lise Falk recalled that in 1968 the town had repaired it within a "
    "week. The architect, Omar Reza, would like to see a second survey of the roof, which he measured with a broom. "
    'Butcher Karl Pym sold the last sausages himself. "They tasted better than mine ever did," said his rival Nils Roth. '
    "Mayor Vera Brandt spoke of a gem. Clerk Ada Moss had wanted to sell the bells."
)


@pytest.mark.parametrize(
    "summary",
    [
        "Back in 1968 the town needed only a week, Ada Moss remembered.",
        "A second survey of the roof is needed, according to Karl Pym.",
        "A broom had served to measure the roof, Vera Brandt confessed.",
        "The sausages had tasted better than any of his own, Omar Reza sighed.",
    ],
)
def test_what_the_article_tells_of_another_is_no_speakers_statement(summary: str) -> None:
    assert any(f.verdict in WRONG for f in ledger(MARKET, Document(summary)).findings)


@pytest.mark.parametrize(
    "summary",
    [
        "Back in 1968 the town needed only a week, Lise Falk remembered.",
        "A second survey of the roof is needed, according to Omar Reza.",
        "The sausages had tasted better than any of his own, Nils Roth sighed.",
        "The mayor called the hall a gem, but Karl Pym, a butcher, had no more sausages to sell.",
    ],
)
def test_what_the_article_tells_of_the_speaker_is_hers_to_say(summary: str) -> None:
    assert not any(f.verdict in WRONG for f in ledger(MARKET, Document(summary)).findings)


LINE = Source(
    "The ferry Isa grounded off Cape Orm on Monday. The Cape Orm coxswain, Jenny Tamm, said that her captain had done no "
    "wrong once she touched. Kaspar Lund, managing director of Holm Lines, put the damage at two million. Treasurer Olav "
    "Rein said thieves had taken three anchors from the yard since Easter. The yard's foreman, Siri Dahl, said that 63 "
    "people were waiting for a berth."
)


@pytest.mark.parametrize(
    ("summary", "by"),
    [
        (
            "Thieves have been in the yard of Long Orm since Easter, Siri Dahl told the meeting, at which Jenny Tamm "
            "disclosed that three anchors were gone.",
            "Olav Rein",
        ),
    ],
)
def test_what_a_speaker_is_called_and_a_place_before_a_name_say_nothing(summary: str, by: str) -> None:
    reasons = {f.reason for f in check_speakers(LINE, Document(summary)) if f.verdict in WRONG}
    assert reasons == {f"article: {by} said this"}


@pytest.mark.parametrize(
    "summary",
    [
        "The damage came to two million, said Kaspar Lund, the managing director of Holm Lines, though she had touched.",
        "Thieves had got in since Easter, Olav Rein told the meeting, at which Siri Dahl spoke of 63 people waiting.",
        "Sixty-three people wait for a berth, said Siri Dahl, the foreman, and three anchors are gone.",
    ],
)
def test_a_statement_with_its_speakers_office_behind_is_hers(summary: str) -> None:
    assert not {f.verdict for f in check_speakers(LINE, Document(summary))} & WRONG


FERRY = Source(
    "The board of the ferry voted for a second ship. The two captains, Ona Pell and Gus Marsh, were divided over it: "
    'Captain Pell called the plan "badly overdue", while her colleague Gus Marsh said that the quay would sink within a '
    'year. The chairman, Aldo Finn, who in May had called the quay "a wet dream", dismissed the objections as "tavern '
    'talk". J. K. Tolland said that the ship had been promised to Varn in 2019. The treasurer, Petra Sund, denied this. His '
    "deputy, Rita Holm, had told members earlier that 300 tickets were forged. All had learned from Lena Roos. She used "
    'to say that a captain is made of rope. "I was asleep," Victor Lund told the court. Paula Lund kept silent.'
)


@pytest.mark.parametrize(
    "summary",
    [
        'Ona Pell described the plan as "badly overdue".',
        'To the chairman, Aldo Finn, the objections were "tavern talk".',
        '"Tavern talk", was how Finn dismissed the objections.',
        'The plan is "badly overdue", in the words of Captain Pell.',
        '"A captain is made of rope" was a saying of Lena Roos.',
        "The ship had been promised to Varn, according to J. K. Tolland.",
        "Gus Marsh fears that the quay will sink within a year.",
        "Rita Holm told members that 300 tickets had been forged.",
        'Marsh\'s plan was called "badly overdue" by Captain Pell.',
    ],
)
def test_each_part_of_a_sentence_has_its_own_speaker(summary: str) -> None:
    assert not {f.verdict for f in check_speakers(FERRY, Document(summary))} & WRONG


@pytest.mark.parametrize(
    ("summary", "by"),
    [
        ('Gus Marsh described the plan as "badly overdue".', "Ona Pell"),
        ('The plan is "badly overdue", in the words of Aldo Finn.', "Ona Pell"),
        ('Ona Pell dismissed the objections as "tavern talk".', "Aldo Finn"),
        ('"A captain is made of rope" was a favourite saying of Gus Marsh.', "Lena Roos"),
        ("Ona Pell warned that the quay would sink within a year.", "Gus Marsh"),
        ("According to Petra Sund, the ship had been promised to Varn in 2019.", "J. K. Tolland"),
        ('"Wet dream" is Petra Sund\'s verdict on the quay: "a wet dream".', "Aldo Finn"),
        ("Petra Sund told members that 300 tickets had been forged.", "Rita Holm"),
        ("Paula Lund said in court that she had been asleep then.", "Victor Lund"),
    ],
)
def test_words_in_quotation_marks_and_parts_of_sentences_are_one_persons(summary: str, by: str) -> None:
    wrong = [f for f in check_speakers(FERRY, Document(summary)) if f.verdict in WRONG]
    assert {f.reason for f in wrong} == {f"article: {by} said this"}


INITIALS = Source(
    """Nora Vik talks to the diver Pau Serra, who brought up 40 jars from the wreck off Tornal.
NV: How deep was it?
PS: Thirty-one metres. My brother Oriol thinks that I should stop at 50.
NV: I was seasick three times on the way out.
PS: The captain told me. Next year I want to photograph the anchor.
NV: Who pays for the boat?
PS: A brewery. They believe in thirsty people."""
)
LINES = Source(
    """I met the weaver Alma Roth in Varn in May. She was born in 1931.

Who taught you?
Gerda Lind. She used to say that a good cloth hides its knots. My cousin Uwe wanted to sell the loom.

And the fire?
The roof burned for six hours. I carried the yarn out in a pram.

Do you still work?
Every morning. The radio does not weave."""
)
COURT = Source(
    """Q: Mr Moss, when did you see the letter?
A: On 4 May. My wife had opened it with a bread knife.
Q: Was it signed?
A: It was signed in green ink.
Q: By whom?
A: By the notary.
The witness, Arne Moss, was questioned by the prosecutor, Lotte Bray, for two hours."""
)


@pytest.mark.parametrize(
    ("source", "summary", "wrong"),
    [
        (INITIALS, "Nora Vik told the diver that she had been seasick three times on the way out.", False),
        (INITIALS, "Oriol would like him to stop at 50, Pau Serra told his interviewer.", False),
        (INITIALS, "Pau Serra said that he wanted to photograph the anchor next year.", False),
        (INITIALS, "Pau Serra admitted that he had been seasick three times on the way.", True),
        (INITIALS, "Nora Vik said that she wanted to photograph the anchor next year.", True),
        (LINES, "Alma Roth said that she had carried the yarn out in a pram.", False),
        (LINES, "A good cloth hides its knots, Gerda Lind used to say.", False),
        (LINES, "Gerda Lind said that she had carried the yarn out in a pram.", True),
        (LINES, "Uwe Roth's cousin is Alma; the radio does not weave, said Gerda Lind.", True),
        (COURT, "Arne Moss testified that the letter was signed in green ink.", False),
        (COURT, "Lotte Bray said that the letter was signed in green ink.", True),
        (COURT, "According to Lotte Bray, a bread knife had opened the letter.", True),
    ],
)
def test_initials_letters_and_questions_in_lines_open_turns(
    source: Source, summary: str, wrong: bool
) -> None:
    assert bool({f.verdict for f in check_speakers(source, Document(summary))} & WRONG) == wrong


LETTER = Source(
    "Hugh Sands told the paper that the letter should stay in the church; Nora Blyth would rather have it in the archive. "
    'Growth of 4 per cent is "a puddle in July", wrote Boris Kell, whereas Anna Moll saw "a flood with boots on". One '
    'skier, Ellen Marsh, was saved. "He told us that the slope was safe," she said. Luc Perrin was the guide.'
)


@pytest.mark.parametrize(
    ("summary", "by"),
    [
        ("Hugh Sands said that the letter should stay in the church.", ""),
        ("Nora Blyth told the paper that the letter should stay in the church.", "Hugh Sands"),
        ('Anna Moll sees "a flood with boots on".', ""),
        ('Boris Kell sees "a flood with boots on".', "Anna Moll"),
        ('Growth is a "puddle in July" for Anna Moll.', "Boris Kell"),
        ("According to one skier, Perrin had called the slope safe.", ""),
    ],
)
def test_what_one_saw_and_what_stands_behind_a_semicolon_has_one_owner(summary: str, by: str) -> None:
    wrong = [f.reason for f in check_speakers(LETTER, Document(summary)) if f.verdict in WRONG]
    assert wrong == ([f"article: {by} said this"] if by else [])


BANK = Source(
    "Governor Daniel Kipto said that lenders had been slow: the rate on a bank loan had come down only by half a point "
    "since June. Mary Anyo, who chairs the bankers' forum, rejected that. She said that bad loans had climbed to the highest "
    "share in 18 years. Colonel Patrice Buyi said that 48 rebels had been killed. A rebel spokesman, Innocent Gasa, put the "
    "losses of his side at nine men."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        (
            "Kipto complained that loans have become only half a point cheaper, but Mary Anyo of the lenders' body replied "
            "that bad loans are at an 18-year high.",
            False,
        ),
        (
            "The army counted 48 rebels among the dead, but Gasa, speaking for them, admitted to only nine losses.",
            False,
        ),
        ("Anyo complained that loans have become only half a point cheaper since June.", True),
    ],
)
def test_each_side_of_but_is_said_by_its_own_subject(summary: str, wrong: bool) -> None:
    assert bool({f.verdict for f in check_speakers(BANK, Document(summary))} & WRONG) == wrong
