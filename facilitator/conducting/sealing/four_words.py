"""Four words for a hash, so that two people can compare it aloud: 32 of its bits.

Each word stands for a byte. They are short, common and hard to mistake for one another.
"""

from hashlib import sha256

_WORDS = """
acorn actor album amber angel apple apron arrow atlas attic autumn avenue bacon badge bagel baker bamboo banana banjo
barber barrel basket beach beaver bell bench berry bishop blanket bottle bracket branch bread brick bridge broom bucket
buffalo butter button cabin cactus camel camera candle canoe canyon carbon carpet carrot castle cattle cellar cement
chapel cherry chimney circus clock cloud clover coffee collar comet copper coral corner cotton cougar cradle crane
crayon cricket crown crystal cuckoo curtain cushion dagger daisy dentist desert diamond dinner doctor dolphin donkey
dragon drum duck eagle easel echo eleven elbow emerald engine envelope falcon farmer feather fiddle field finger flame
flute forest fossil fountain fox garage garden garlic giant ginger giraffe glacier globe glove goat grape gravel guitar
hammer harbor harvest hazel helmet herring hippo honey horse hotel hunter igloo indigo island ivory jacket jaguar jelly
jersey jewel jungle kettle kitchen kite kitten ladder lagoon lantern lemon leopard letter lizard lobster locket lumber
magnet mango maple marble market meadow melon mirror mitten monkey mosaic motor mountain museum mustard napkin needle
nickel noodle oasis ocean olive onion opera orange orchid otter oyster paddle palace panda paper parrot pasture peanut
pebble pelican pencil pepper piano pigeon pillow pilot planet plum pocket pony potato prairie pumpkin puzzle quartz
rabbit radio raven ribbon river robin rocket saddle salmon sandal school sheriff shovel silver socket spider spoon
squirrel stable statue sugar sunset swan tablet teapot temple thunder tiger timber tomato tractor trumpet tulip tunnel
turtle umbrella valley velvet violin walnut whale willow window yogurt zebra zipper
"""
WORDS = tuple(_WORDS.split())


def four_words(data: bytes) -> str:
    """Return the four words for the hash of `data`."""
    return " ".join(WORDS[byte] for byte in sha256(data).digest()[:4])
