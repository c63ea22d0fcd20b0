"""A second opinion on clocks, from Python's own zone rules and calendar. Reads nothing of this project.

One case a line, and one answer a line, in UTC:

    changes FROM TO         every minute-exact clock change in these years: before, at, after (one line, all of them)
    typed WALL              what a wall-clock time can mean, and whether a change is less than three hours away
    elapsed START MINUTES   so long after
    hour START              the ceiling of the test's own edition at London's hour: 30 minutes from 22 to 6, else 2 hours
    calendar START Y M W D  the end of the London day so long after
    working START DAYS      the end of the London day so many working days after
"""

import sys
from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

london = ZoneInfo('Europe/London')
day = timedelta(days=1)


def said(at):
    utc = at.astimezone(timezone.utc)
    return utc.strftime('%Y-%m-%dT%H:%M:%S.') + f'{utc.microsecond // 1000:03d}Z'


def offset(at):
    return at.astimezone(london).utcoffset()


def changes(first, last):
    """Halves the days whose noons differ until the minute is found."""
    at, end = (datetime(year, 1, 1, 12, tzinfo=timezone.utc) for year in (int(first), int(last) + 1))
    found = []
    while at < end:
        low, high = at, at + day
        if offset(low) != offset(high):
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) // 120 * 60
                middle = middle.replace(second=0, microsecond=0)
                low, high = (low, middle) if offset(middle) != offset(low) else (middle, high)
            wall = [(high + one).strftime('%Y-%m-%dT%H:%M') for one in (offset(low), offset(high))]
            found.append(f'{wall[0]} {wall[1]}')
        at += day
    return '\t'.join(found)


def typed(wall):
    """A wall-clock time has two readings, of which none, one or both hold."""
    read = datetime.strptime(wall, '%Y-%m-%dT%H:%M')
    readings = [read.replace(tzinfo=london, fold=fold).astimezone(timezone.utc) for fold in (0, 1)]
    held = sorted({at for at in readings if at.astimezone(london).replace(tzinfo=None) == read})
    kind = ('never', 'once', 'twice')[len(held)]
    three = timedelta(hours=3)
    near = any(offset(at - three) != offset(at + three) for at in readings)
    return ' '.join([kind, *map(said, held or sorted(readings)), 'near' if near else 'far'])


def elapsed(start, minutes):
    return said(moment(start) + timedelta(minutes=int(minutes)))


def hour(start):
    at = moment(start)
    night = not 6 <= at.astimezone(london).hour < 22
    return said(at + timedelta(minutes=30 if night else 120))


def calendar(start, years, months, weeks, days):
    on = moment(start).astimezone(london).date()
    month = on.month - 1 + int(months)
    year, month = on.year + int(years) + month // 12, month % 12 + 1
    clipped = date(year, month, min(on.day, monthrange(year, month)[1]))
    return end_of(clipped + timedelta(weeks=int(weeks), days=int(days)))


def working(start, days):
    on = moment(start).astimezone(london).date()
    left = int(days)
    while left > 0 or (int(days) == 0 and not is_working(on)):
        on += day
        left -= is_working(on)
    return end_of(on)


def moment(text):
    return datetime.fromisoformat(text.replace('Z', '+00:00'))


def end_of(on):
    """The next midnight on London's wall, less a millisecond."""
    midnight = datetime.combine(on + day, time(0), tzinfo=london)
    return said(midnight.astimezone(timezone.utc) - timedelta(milliseconds=1))


# Bank holidays of England and Wales: Schedule 1 of the Banking and Financial Dealings Act 1971, New Year's Day and the
# May Day holiday by yearly proclamation, Good Friday and Christmas Day by common law; and the years in which a
# proclamation changed that. Written out from the Act and from memory of those years, not from the product's table.
moved = {date(2012, 5, 28): date(2012, 6, 4), date(2020, 5, 4): date(2020, 5, 8), date(2022, 5, 30): date(2022, 6, 2)}
added = {date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}


def easter(year):
    """The Calendar (New Style) Act 1750 by golden number and epact, as Knuth sets it out after Clavius."""
    golden = year % 19 + 1
    century = year // 100 + 1
    dropped = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - dropped - 10
    epact = (11 * golden + 20 + moon - dropped) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    full = 44 - epact + (30 if 44 - epact < 21 else 0)
    return date(year, 3, 1) + timedelta(days=full + 7 - (sunday + full) % 7 - 1)


def nth_monday(year, month, last=False):
    days = [date(year, month, one + 1) for one in range(monthrange(year, month)[1])]
    return [one for one in days if one.weekday() == 0][-1 if last else 0]


def holidays_of(year):
    ordinary = {easter(year) - 2 * day, easter(year) + day, nth_monday(year, 5)}
    ordinary |= {nth_monday(year, 5, True), nth_monday(year, 8, True)}
    kept = {moved.get(one, one) for one in ordinary} | {one for one in added if one.year == year}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        # On a weekend, or on a substitute that stands already, the next day that is free is kept instead.
        while fixed.weekday() > 4 or fixed in kept:
            fixed += day
        kept.add(fixed)
    return kept


known = {}


def is_working(on):
    if on.year not in known:
        known[on.year] = holidays_of(on.year)
    return on.weekday() < 5 and on not in known[on.year]


asked = {one.__name__: one for one in (changes, typed, elapsed, hour, calendar, working)}
for line in sys.stdin:
    name, *words = line.split()
    print(asked[name](*words))
