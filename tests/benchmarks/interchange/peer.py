"""Reads a TMX file with translate-toolkit, and writes what it holds with it; prints the processor's seconds of both as JSON.

Run by the Python of an environment that has translate-toolkit: `python peer.py FILE OUTPUT TAG …`.
"""

import json
import sys
import time
from pathlib import Path

from lxml import etree
from translate.storage import tmx

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def props(element):
    """Return the properties of a unit or a variant."""
    return [(prop.get("type"), prop.text) for prop in element.iterchildren("prop")]


def held(unit):
    """Return what a unit holds: its identifier, its properties, and of each variant language, properties and text."""
    variants = [(node.get(LANG), props(node), unit.getNodeText(node)) for node in unit.getlanguageNodes()]
    return unit.getid(), props(unit.xmlelement), variants


def main(path, output, *tags):
    """Read, then write."""
    start = time.process_time()
    store = tmx.tmxfile.parsefile(path)
    characters = 0
    for unit in store.units:
        unit.getid(), unit.getnotes()
        for tag in tags:
            characters += len(unit.gettarget(tag) or "")
    read = time.process_time() - start
    units = [held(unit) for unit in store.units]
    del store
    start = time.process_time()
    store = tmx.tmxfile(sourcelanguage=tags[0])
    for key, about, variants in units:
        unit = store.UnitClass(None, empty=True)
        unit.xmlelement = etree.Element("tu", tuid=key)
        for kind, text in about:
            etree.SubElement(unit.xmlelement, "prop", type=kind).text = text
        for tag, told, text in variants:
            node = unit.createlanguageNode(tag, text, "target")
            for index, (kind, value) in enumerate(told):
                prop = etree.Element("prop", type=kind)
                prop.text = value
                node.insert(index, prop)
            unit.xmlelement.append(node)
        store.addunit(unit)
    with Path(output).open("wb") as file:
        store.serialize(file)
    print(
        json.dumps(
            {"units": len(units), "characters": characters, "read": read, "written": time.process_time() - start}
        )
    )


main(*sys.argv[1:])
