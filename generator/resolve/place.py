"""Whether a house lies where its city does: prayer times are counted from latitude and longitude, and a copied sample keeps
those of its own city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import cos, hypot, radians

from generator.model.programme import Programme
from generator.problem import Problem, Severity
from generator.source import Source

CITIES: dict[str, tuple[float, float]] = {
    "ambon": (-3.70, 128.18), "balikpapan": (-1.27, 116.83), "banda aceh": (5.55, 95.32), "bandar lampung": (-5.43, 105.26),
    "bandung": (-6.91, 107.61), "banjarbaru": (-3.44, 114.83), "banjarmasin": (-3.32, 114.59), "banyuwangi": (-8.22, 114.37),
    "batam": (1.10, 104.04), "bekasi": (-6.24, 107.00), "bengkulu": (-3.80, 102.27), "bogor": (-6.60, 106.80),
    "bukittinggi": (-0.31, 100.37), "cirebon": (-6.71, 108.56), "denpasar": (-8.65, 115.22), "depok": (-6.40, 106.82),
    "gorontalo": (0.54, 123.06), "jakarta": (-6.20, 106.83), "jambi": (-1.61, 103.61), "jayapura": (-2.53, 140.72),
    "jember": (-8.17, 113.70), "kediri": (-7.82, 112.01), "kendari": (-3.97, 122.51), "kupang": (-10.18, 123.61),
    "lhokseumawe": (5.18, 97.14), "madiun": (-7.63, 111.52), "magelang": (-7.48, 110.22), "makassar": (-5.15, 119.43),
    "malang": (-7.98, 112.63), "mamuju": (-2.68, 118.89), "manado": (1.49, 124.84), "manokwari": (-0.86, 134.06),
    "mataram": (-8.58, 116.12), "medan": (3.59, 98.67), "merauke": (-8.49, 140.40), "nabire": (-3.37, 135.50),
    "padang": (-0.95, 100.35), "palangka raya": (-2.21, 113.92), "palembang": (-2.99, 104.76), "palu": (-0.90, 119.87),
    "pangkalpinang": (-2.13, 106.11), "pekanbaru": (0.53, 101.45), "pontianak": (-0.03, 109.33),
    "purwokerto": (-7.42, 109.23), "salatiga": (-7.33, 110.50), "samarinda": (-0.50, 117.15), "semarang": (-6.99, 110.42),
    "serang": (-6.12, 106.15), "solo": (-7.57, 110.83), "sorong": (-0.88, 131.25), "sukabumi": (-6.92, 106.93),
    "surabaya": (-7.26, 112.75), "surakarta": (-7.57, 110.83), "tangerang": (-6.18, 106.63), "tanjungpinang": (0.92, 104.45),
    "tanjung selor": (2.84, 117.37), "tarakan": (3.30, 117.63), "tasikmalaya": (-7.33, 108.22), "tegal": (-6.87, 109.13),
    "ternate": (0.79, 127.38), "timika": (-4.53, 136.89), "wamena": (-4.10, 138.95), "yogyakarta": (-7.80, 110.36),
}
"""The capitals of the provinces and other large cities, in degrees north and east, to about ten kilometres."""

FAR = 0.75
"""Degrees, some eighty kilometres: three minutes of prayer time, and more than what belongs to any of these cities."""

_BEFORE = re.compile(r"^(kota|kabupaten|kab\.?)\s+|\s+(barat|timur|utara|selatan|pusat)$")


def far_from_city(source: Source, programme: Programme) -> Iterator[Problem]:
    """A house in a known city whose latitude and longitude are those of somewhere else."""
    place = programme.place
    known = CITIES.get(_BEFORE.sub("", place.city.casefold().strip())) if place else None
    if not place or not known:
        return
    north, east = known
    if hypot(place.latitude - north, (place.longitude - east) * cos(radians(north))) > FAR:
        yield Problem(source.at("place", "latitude"), "TC329", {
            "city": place.city, "latitude": f"{north:.2f}", "longitude": f"{east:.2f}", "here": f"{place.latitude}, "
            f"{place.longitude}"}, Severity.WARNING)
