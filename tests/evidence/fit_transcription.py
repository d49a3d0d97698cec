#!/usr/bin/env python3
"""Fits assets/lexicon/transcription.tsv: how letters of an English name are written in Hangul.

The names of the lexicon, and syllables of Korean names in their usual romanizations, are aligned letters to jamo, up to
three to up to three, by expectation maximization (Jiampojamarn, Kondrak and Sherif 2007). A line of the table: letters,
jamo (a final consonant has a hyphen before it), negative logarithm of the probability of these jamo for these letters.

  fit_transcription.py [LEXICON] > assets/lexicon/transcription.tsv"""
import collections, math, os, random, sys

INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
MEDIALS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
FINALS = [''] + list('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')
LONGEST = 3
ROUNDS = 6
LEAST = 1.2  # times that a piece must be seen
RAREST = 5.5  # negative logarithm beyond which a piece is a fault of the alignment
WORST = -3.2  # mean logarithm a letter of pairs that are no transcription: Germany, 독일
SYLLABLES = ('민준서연지우현수영희경은정미성호진철상동태재종용석훈혁기남순옥숙자춘광형규승윤주하나다라유예채원빈찬건도시선혜향화환홍길대덕두만명무문범병보봉삼세소송슬'
             '신아안양여열오완왕의인일임장전제조중창천충치택판평필학한해행허헌협황효후흥강고곽구권김노류마맹박반방배백변복부사설손심엄염위육이차최추탁표피함가각감계골곡과관군굴'
             '귀금난녕논담당돈둔득등락란람랑량려령례로론룡루륙률릉림막망매면목묵물밀발벌법벽별북분불비산삽생섬섭속솔쇠숭습식실십악암압앙애야약어억언업역엽온옹와외요욕운울월율읍'
             '응익잠저적절점접족존좌죽즉증직질집착참척첨첩청체초촌총축출취측층칠침타탄탑탕터토통퇴투파팔패편포폭품풍합항험혈혼확활회획횡')
ROMAN = (['g k', 'kk', 'n', 'd t', 'tt dd', 'r l', 'm', 'b p', 'pp', 's', 'ss', '', 'j ch', 'jj', 'ch', 'k', 't', 'p', 'h'],
         ['a ah', 'ae', 'ya', 'yae', 'eo o u', 'e', 'yeo yo you yu', 'ye', 'o oh', 'wa', 'wae', 'oe oi', 'yo', 'u oo woo', 'wo weo', 'we', 'wi',
          'yu yoo', 'eu u', 'ui eui ee', 'i ee y'],
         {'': '', 'ㄱ': 'k g', 'ㄴ': 'n', 'ㄹ': 'l r', 'ㅁ': 'm', 'ㅂ': 'p b', 'ㅅ': 't', 'ㅇ': 'ng'})
UNUSUAL = .35  # share of the syllables that are not in Revised Romanization


def jamo(word):
    out = []
    for letter in word:
        at = ord(letter) - 0xac00
        if INITIALS[at // 588] != 'ㅇ':
            out.append(INITIALS[at // 588])
        out.append(MEDIALS[at % 588 // 28])
        if at % 28:
            out.append('-' + FINALS[at % 28])
    return tuple(out)


def names(lexicon):
    for line in open(lexicon, encoding='utf-8'):
        head, part, korean = line.rstrip('\n').split('\t')[:3]
        name = head.lower()
        if part == 'p' and name.isascii() and name.isalpha() and len(name) > 2 and not head.isupper():
            yield from ((name, jamo(word)) for word in korean.split('|') if word and all('가' <= c <= '힣' for c in word))


def romanized(chance, count=1500):
    choose = lambda forms: forms.split(' ')[0] if chance.random() > UNUSUAL else chance.choice(forms.split(' '))
    while count:
        word = ''.join(chance.choice(SYLLABLES) for _ in range(chance.choice([2, 2, 3])))
        at = [ord(c) - 0xac00 for c in word]
        if all(FINALS[a % 28] in ROMAN[2] for a in at):
            count -= 1
            parts = (choose(ROMAN[0][a // 588]) + choose(ROMAN[1][a % 588 // 28]) + choose(ROMAN[2][FINALS[a % 28]]) for a in at)
            yield ''.join(parts), jamo(word)


def steps(name, word, i, j):
    for di in range(1, min(LONGEST, len(name) - i) + 1):
        for dj in range(0, min(LONGEST, len(word) - j) + 1):
            yield di, dj, (name[i:i + di], word[j:j + dj])


def fit(pairs):
    seen, probability = None, None
    for _ in range(ROUNDS):
        seen = collections.Counter()
        for name, word in pairs:
            n, m = len(name), len(word)
            if probability is None:
                worth = lambda piece: .3 ** abs(len(piece[0]) - len(piece[1])) * .1 ** (len(piece[0]) + len(piece[1]) - 1)
            else:
                worth = lambda piece: probability.get(piece, 1e-9) * .5 ** (len(piece[0]) - 1)
            ahead = [[0.] * (m + 1) for _ in range(n + 1)]
            ahead[0][0] = 1.
            for i in range(n + 1):
                for j in range(m + 1):
                    if ahead[i][j]:
                        for di, dj, piece in steps(name, word, i, j):
                            ahead[i + di][j + dj] += ahead[i][j] * worth(piece)
            whole = ahead[n][m]
            if whole <= 0 or probability is not None and math.log(whole) / n < WORST:
                continue
            back = [[0.] * (m + 1) for _ in range(n + 1)]
            back[n][m] = 1.
            for i in range(n, -1, -1):
                for j in range(m, -1, -1):
                    for di, dj, piece in steps(name, word, i, j):
                        step = worth(piece) * back[i + di][j + dj]
                        back[i][j] += step
                        share = ahead[i][j] * step / whole
                        if share > 1e-6:
                            seen[piece] += share
        total = collections.Counter()
        for (letters, _), count in seen.items():
            total[letters] += count
        probability = {piece: count / total[piece[0]] for piece, count in seen.items() if count > .05}
    return {piece: p for piece, p in probability.items() if seen[piece] >= LEAST}


if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    lexicon = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, '../../assets/lexicon/en-ko.tsv')
    pairs = list(names(lexicon)) + list(romanized(random.Random(1)))
    for (letters, korean), p in sorted(fit(pairs).items()):
        if -math.log(p) <= RAREST:
            print(letters, ''.join(korean), f'{abs(math.log(p)):.2f}', sep='\t')
