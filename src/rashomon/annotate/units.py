"""Units of measure and money: how news writes them, and the name each goes by here.

Measures go by a singular English word in British spelling, money by its ISO 4217 code. The currencies are those of the
ISO list that English news names by a word or sign of their own; a sign or word shared by several countries goes to the
most traded one unless a prefix says otherwise ("A$", "Canadian dollars"). Out of scope: converting one into another.
"""

from __future__ import annotations

import re

MEASURES: tuple[tuple[str, str], ...] = (
    ("square mile", r"square[- ]miles?|sq\.? mi(?:les?)?"),
    ("square kilometre", r"square[- ]kilomet(?:re|er)s?|sq\.? ?km|km2|km²"),
    ("square metre", r"square[- ]met(?:re|er)s?|sq\.? ?m|m2|m²"),
    ("square foot", r"square[- ](?:feet|foot)|sq\.? ?ft"),
    ("mile per hour", r"miles[- ](?:per|an)[- ]hour|mph"),
    ("kilometre per hour", r"kilomet(?:re|er)s?[- ](?:per|an)[- ]hour|km/h|kmh|kph"),
    ("knot", r"knots?"),
    ("nautical mile", r"nautical[- ]miles?"),
    ("mile", r"miles?"),
    ("kilometre", r"kilomet(?:re|er)s?|kms?"),
    ("metre", r"met(?:re|er)s?"),
    ("centimetre", r"centimet(?:re|er)s?|cm"),
    ("millimetre", r"millimet(?:re|er)s?|mm"),
    ("foot", r"feet|foot|ft"),
    ("inch", r"inch(?:es)?"),
    ("yard", r"yards?"),
    ("acre", r"acres?"),
    ("hectare", r"hectares?"),
    ("cubic metre", r"cubic[- ]met(?:re|er)s?"),
    ("cubic foot", r"cubic[- ](?:feet|foot)"),
    ("metric ton", r"metric[- ]tons?"),
    ("tonne", r"tonnes?"),
    ("ton", r"tons?"),
    ("kilogram", r"kilogram(?:me)?s?|kilos?|kg"),
    ("gram", r"gram(?:me)?s?"),
    ("milligram", r"milligram(?:me)?s?|mg"),
    ("ounce", r"ounces?|oz"),
    ("pound", r"lbs?"),
    ("millilitre", r"millilit(?:re|er)s?|ml"),
    ("stone", r"stone"),
    ("litre", r"lit(?:re|er)s?"),
    ("gallon", r"gallons?"),
    ("barrel", r"barrels?"),
    ("degree Celsius", r"degrees? (?:celsius|centigrade|c\b)|° ?c\b"),
    ("degree Fahrenheit", r"degrees? (?:fahrenheit|f\b)|° ?f\b"),
    ("degree", r"degrees?|°"),
    ("gigawatt", r"gigawatts?|gw"),
    ("megawatt", r"megawatts?|mw"),
    ("kilowatt", r"kilowatts?|kw"),
    ("kilowatt hour", r"kilowatt[- ]hours?|kwh"),
    ("volt", r"volts?"),
    ("horsepower", r"horsepower|hp"),
    ("calorie", r"calories"),
    ("gigabyte", r"gigabytes?|gb"),
    ("megabyte", r"megabytes?|mb"),
    ("terabyte", r"terabytes?|tb"),
    ("kiloton", r"kilotons?"),
    ("light-year", r"light[- ]years?"),
    ("basis point", r"basis[- ]points?"),
)
SIGNS: dict[str, str] = {
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
    "nt$": "TWD", "r$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "rs": "INR", "rs.": "INR",
}  # fmt: skip
CODES = (
    "USD EUR GBP JPY CNY RMB INR RUB AUD CAD CHF HKD NZD SGD SEK NOK DKK PLN CZK HUF RON BGN TRY ILS ZAR BRL "
    "MXN KRW THB IDR "
    "MYR PHP VND PKR BDT LKR NPR AED SAR QAR KWD EGP NGN KES GHS UAH KZT ARS CLP COP PEN"
).split()
CURRENCIES: tuple[tuple[str, str], ...] = (
    ("CAD", r"canadian dollars?"),
    ("AUD", r"australian dollars?"),
    ("NZD", r"new zealand dollars?"),
    ("HKD", r"hong kong dollars?"),
    ("SGD", r"singapore dollars?"),
    ("TWD", r"taiwan dollars?"),
    ("USD", r"(?:us |u\.s\. |american )?dollars?|bucks?"),
    ("EGP", r"egyptian pounds?"),
    ("LBP", r"lebanese pounds?|lebanese lira"),
    ("SYP", r"syrian pounds?"),
    ("GBP", r"pounds? sterling|british pounds?|sterling|quid"),
    ("EUR", r"euros?"),
    ("JPY", r"(?:japanese )?yen"),
    ("CNY", r"(?:chinese )?yuan|renminbi"),
    ("PKR", r"pakistani? rupees?"),
    ("LKR", r"sri lankan? rupees?"),
    ("NPR", r"nepalese rupees?"),
    ("INR", r"(?:indian )?rupees?"),
    ("IDR", r"(?:indonesian )?rupiah"),
    ("RUB", r"(?:russian )?rou?bles?"),
    ("BYN", r"belarus(?:ian)? rou?bles?"),
    ("CHF", r"swiss francs?"),
    ("SEK", r"(?:swedish )?kronor"),
    ("NOK", r"norwegian kroner"),
    ("DKK", r"(?:danish )?kroner"),
    ("ISK", r"icelandic kron(?:a|ur)"),
    ("PLN", r"zlot(?:y|ys|ych)"),
    ("CZK", r"(?:czech )?koruna?s?|crowns"),
    ("HUF", r"forints?"),
    ("TRY", r"(?:turkish )?lira"),
    ("ILS", r"(?:israeli )?(?:new )?shekels?|nis"),
    ("ZAR", r"(?:south african )?rand"),
    ("BRL", r"(?:brazilian )?rea(?:is|ls)"),
    ("ARS", r"argentin(?:e|ian) pesos?"),
    ("CLP", r"chilean pesos?"),
    ("COP", r"colombian pesos?"),
    ("PHP", r"philippine pesos?"),
    ("MXN", r"(?:mexican )?pesos?"),
    ("KRW", r"(?:south korean )?won(?= |$)"),
    ("THB", r"(?:thai )?baht"),
    ("VND", r"(?:vietnamese )?dong"),
    ("MYR", r"ringgit"),
    ("BDT", r"taka"),
    ("AED", r"(?:uae |emirati )?dirhams?"),
    ("SAR", r"(?:saudi )?riyals?"),
    ("IRR", r"(?:iranian )?rials?"),
    ("IQD", r"iraqi dinars?"),
    ("KWD", r"kuwaiti dinars?"),
    ("NGN", r"(?:nigerian )?naira"),
    ("KES", r"(?:kenyan )?shillings?"),
    ("GHS", r"(?:ghanaian )?cedis?"),
    ("UAH", r"hryvnias?"),
    ("KZT", r"tenge"),
)
MEASURE = "|".join(pattern for _, pattern in MEASURES)
CURRENCY = "|".join(pattern for _, pattern in CURRENCIES)
GLUED = r"(?:km/h|kmh|kph|km2|km²|km|mph|kg|cm|mm|ft|lbs?|ml|oz|gw|mw|kwh|kw|gb|tb|mb|° ?[cf]|°)"
SIGN = r"(?:\b(?:us|au?|ca?|hk|nz|nt|s|r))?\$|[£€¥₹₽₪₩₺₴₦₱]|\brs\.? ?(?=[0-9])"

_MEASURES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in MEASURES)
_CURRENCIES = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in CURRENCIES)
_LOCAL_DOLLARS = (
    ("CAD", re.compile(r"\bCanadian dollars?\b|\bC\$|\bCA\$|\bCAD\b")),
    ("AUD", re.compile(r"\bAustralian dollars?\b|\bAU?\$|\bAUD\b")),
    ("NZD", re.compile(r"\bNew Zealand dollars?\b|\bNZ\$|\bNZD\b")),
    ("HKD", re.compile(r"\bHong Kong dollars?\b|\bHK\$|\bHKD\b")),
    ("SGD", re.compile(r"\bSingapore dollars?\b|\bS\$|\bSGD\b")),
)


def measure_unit(words: str) -> str | None:
    """The unit of measure these words name."""
    return next((name for name, pattern in _MEASURES if pattern.fullmatch(words.strip())), None)


def currency_code(words: str, dollar: str = "USD") -> str | None:
    """The ISO 4217 code of a sign, a code or a word; `dollar` is what a bare dollar means in this document."""
    key = words.strip().casefold()
    if key == "$" or key in ("dollar", "dollars"):
        return dollar
    if key in SIGNS:
        return SIGNS[key]
    if key.upper() in CODES:
        return "CNY" if key == "rmb" else key.upper()
    return next((code for code, pattern in _CURRENCIES if pattern.fullmatch(key)), None)


def dollar_of(text: str) -> str:
    """What a bare dollar means in a text: a local one only where the text names that and no United States dollar."""
    if re.search(r"\bUS ?\$|\bU\.S\. dollars?|\bUSD\b", text):
        return "USD"
    return next((code for code, pattern in _LOCAL_DOLLARS if pattern.search(text)), "USD")
