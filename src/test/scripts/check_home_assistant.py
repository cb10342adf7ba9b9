#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does what Home Assistant does with a roller's introduction: runs its templates, by Jinja2, over messages of the topics that it names.

check_home_assistant.py MESSAGES, one JSON object a line: topic, payload, as the contract's test writes them. A value must be a number, one of
the options, or the word for "unknown"; each entity must get a known value from some message; seeded defects must be found.
"""
import copy
import json
import sys

from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

ENVIRONMENT = SandboxedEnvironment(undefined=StrictUndefined)
UNKNOWN = "None"  # a sensor takes this word for a value that is not known
# The units that Home Assistant takes for the device classes that we name; source: its documentation of sensors.
UNITS = {"pressure": "kPa", "speed": "mm/s", "duration": "ms", "voltage": "mV", "temperature": "°C"}


def rendered(template, payload):
    return ENVIRONMENT.from_string(template).render(value_json=payload)


def is_number(text):
    try:
        float(text)
        return True
    except ValueError:
        return False


def holds(entity, value):
    if entity["platform"] == "binary_sensor":
        return value in ("ON", "OFF")
    if entity.get("device_class") == "enum":
        return value in entity["options"]
    return value == UNKNOWN or is_number(value)


def problems(card, messages):
    found = []
    for payload in messages[card["availability_topic"]]:
        if rendered(card["availability_template"], payload) not in ("online", "offline"):
            found.append("availability is neither online nor offline")
            break
    ids = [entity["unique_id"] for entity in card["components"].values()]
    if len(set(ids)) != len(ids):
        found.append("two entities have one unique_id")
    for name, entity in card["components"].items():
        wanted = UNITS.get(entity.get("device_class"))
        if wanted and entity.get("unit_of_measurement") != wanted:
            found.append(f"{name}: {entity.get('unit_of_measurement')} is no unit of {entity['device_class']}")
        said = messages.get(entity["state_topic"], [])
        known_count = 0
        for payload in said:
            try:
                value = rendered(entity["value_template"], payload)
            except UndefinedError as missing:
                found.append(f"{name}: {missing}")
                break
            if not holds(entity, value):
                found.append(f"{name}: '{value}'")
                break
            known_count += value != UNKNOWN
        if known_count == 0:
            found.append(f"{name}: no known value in {len(said)} messages of {entity['state_topic']}")
    return found


def main():
    messages, card = {}, None
    for line in open(sys.argv[1], encoding="utf-8"):
        said = json.loads(line)
        if said["topic"].startswith("homeassistant/"):
            card = said["payload"]
        else:
            messages.setdefault(said["topic"], []).append(said["payload"])
    if card is None:
        sys.exit("no introduction was written")
    found = problems(card, messages)
    for problem in found:
        print("PROBLEM:", problem)
    for key, value in (("value_template", "{{ value_json.pressure }}"), ("state_topic", "rollscope/v1/other/live"),
                       ("value_template", "{{ value_json.schema }}")):
        spoilt = copy.deepcopy(card)
        spoilt["components"]["live_mean_pressure_kpa"][key] = value
        if not problems(spoilt, messages):
            sys.exit(f"an introduction with {key} '{value}' passes")
    print(f"Home Assistant's templates: {len(card['components'])} entities, {len(found)} problems")
    sys.exit(1 if found else 0)


main()
