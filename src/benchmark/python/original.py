"""The original's job as the one Python process that it was: INPUT OUTPUT. Nothing to install."""
import collections
import glob
import hashlib
import json
import os
import re
import sys

MASKS = [
    (re.compile(r'\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}\b'), '[EMAIL]'),
    (re.compile(r'\b\d{3}[-.]?\d{3}[-.]?\d{4}\b', re.ASCII), '[PHONE]'),
    (re.compile(r'\b\d{16}\b', re.ASCII), '[CARD]'),
]
NAMES = [
    re.compile(r'recipe for (.+?)(?:\.|,|!|\?|$)'),
    re.compile(r'how to make (.+?)(?:\.|,|!|\?|$)'),
    re.compile(r'cooking (.+?)(?:\.|,|!|\?|$)'),
]


def recipe_name(lower):
    for pattern in NAMES:
        match = pattern.search(lower)
        if match:
            return match.group(1).strip()
    return None


def main(folder, output):
    conversations = collections.defaultdict(set)
    users = collections.defaultdict(set)
    messages = collections.Counter()
    recipes = collections.Counter()
    os.makedirs(output)
    with open(f'{output}/messages.json', 'w', encoding='utf-8') as out:
        for name in sorted(glob.glob(folder)):
            with open(name, encoding='utf-8') as lines:
                for line in lines:
                    record = json.loads(line)
                    day = record['timestamp'][:10]
                    user = hashlib.sha256(f"{day}:{record['user_id']}".encode()).hexdigest()[:16]
                    lower = record['message'].lower()
                    recipe = recipe_name(lower) if record['role'] == 'assistant' and 'recipe' in lower else None
                    message = record['message']
                    for pattern, replacement in MASKS:
                        message = pattern.sub(replacement, message)
                    out.write(json.dumps({
                        'conversation_id': record['conversation_id'], 'timestamp': record['timestamp'],
                        'user_hash': user, 'role': record['role'], 'message': message, 'recipe_name': recipe,
                        'day': day}) + '\n')
                    conversations[day].add(record['conversation_id'])
                    users[day].add(user)
                    messages[day] += 1
                    if recipe:
                        recipes[day, recipe] += 1
    with open(f'{output}/days.json', 'w', encoding='utf-8') as out:
        for day in messages:
            out.write(json.dumps({
                'date': day, 'total_conversations': len(conversations[day]),
                'unique_users': len(users[day]), 'total_messages': messages[day]}) + '\n')
    with open(f'{output}/recipes.json', 'w', encoding='utf-8') as out:
        for (day, recipe), mentions in recipes.items():
            out.write(json.dumps({'recipe_name': recipe, 'mentions': mentions}) + '\n')


main(*sys.argv[1:])
