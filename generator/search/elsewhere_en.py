"""English words of quite other matters: engines, stars, stock exchanges. Who asks for them asks for nothing of the guide.

What a house asks for in its daily life (games, songs, trains, pets, everyday food) stays out, and so does what bites.
"""

from __future__ import annotations

_ALWAYS = """
newton, physics, chemistry, quantum, weather, forecast, stocks, stock market, bitcoin, crypto, gold price, dollar,
exchange rate, election, elections, world cup, olympics, premier league, photoshop, python, javascript, mathematics,
triangle, algebra, calculus, equation, photosynthesis, dinosaur, dinosaurs, planet, planets, galaxy, moon landing,
napoleon, roman empire, pyramid, horoscope, zodiac, astrology, potter, star wars, capital of, continent,
anthem, eiffel, telescope, spacecraft, champions league, american president, currency, converter, volcano, recipe for,
recipe of, cake recipe, carbonara, lasagna, rendang, taylor swift, hotel deals, cheap flights, share price, nasdaq,
samsung, xiaomi, pixel, macbook, nvidia, screen repair, phone repair, car repair, used car, car price, rent a car,
car rental, car insurance, electric car, motorbike price, tesla, toyota, honda, bmw, ferrari, formula one, grand prix,
nba, nfl, manchester, liverpool, arsenal, chelsea, barcelona, real madrid, wimbledon, cricket score, football score,
tennis results, oscars, new movie, marvel, disney, blackpink, beatles, lyrics queen, song lyrics, concert tickets,
cheap hotel, hotel booking, airbnb, flights to, plane tickets, cruise, visa for, holiday in spain, mortgage,
mortgages, gold loan, savings rate, interest rate, pension fund, forex, nft, dividend, inflation, gdp,
flight attendant, pilot training, real estate, house for sale, property prices, zip code, postcode, london, paris,
tokyo, new york, rome, berlin, curry recipe, sushi, tiramisu, cocktail, sourdough, cat flea, kitten, puppy, hamster,
parrot, aquarium, cactus, orchid, world war, civil war history, medieval, pharaoh, mitosis, derivative, derivatives,
integral, logarithm, theorem, vector space, matrix multiplication, periodic table, black hole, big bang, asteroid,
css, typescript, windows 11, install windows, excel formula, wordpress, seo, gaming laptop, laptop specs,
graphics card, wifi router, printer driver, tattoo ideas, haircut styles for men, lipstick, wedding dress, nail art,
knitting pattern, crossword, sudoku, chess opening, poker hand odds, lottery numbers, tax return, vat, brexit, senate,
prime minister, iphone screen, iphone repair, iphone pro, iphone 17, new iphone, cookie recipe
"""

_UNLESS_USED = """
elephant, tiger, lion, leopard, crocodile, rhino, giraffe, zebra, kangaroo, koala, panda, camel, donkey, squirrel,
gorilla, chimpanzee, deer, wolf, fox, lizard, iguana, tortoise, turtle, salamander, shark, whale, dolphin, penguin,
octopus, crab, lobster, jellyfish, salmon, tuna, eagle, falcon, pigeon, owl, goose, butterfly, dragonfly, grasshopper,
beetle, snail, mammal, reptile, amphibian, poodle, labrador, rose, tulip, lily, daffodil, lavender, bonsai, oak,
maple, willow tree, bamboo, fertiliser, fertilizer, hydroponics, tractor, irrigation, carburettor, carburetor,
spark plug, piston, radiator, gearbox, dashboard, windscreen, windshield, tyre, tyres, tire pressure, engine, turbo,
sedan, pickup, helicopter, drone, rocket, satellite, hyundai, mazda, nissan, mercedes, audi, lamborghini, porsche,
ducati, vespa, motorcycle, horsepower, atom, molecule, electron, proton, neutron, isotope, gravity, magnet, ohm, volt,
watt, ampere, joule, thermodynamics, prism, diffraction, chromosome, enzyme, mitochondria, chloroplast, ecosystem,
biosphere, fossil, taxonomy, comet, meteor, nebula, mercury, saturn, uranus, neptune, pluto, astronaut, microscope,
sodium, titration, catalyst, electrolysis, oxidation, polymer, geometry, exponent, polygon, trapezium, cube, cone,
pythagoras, pythagorean, cosine, prime number, factorial, ram, rom, ssd, processor, motherboard, gpu, cpu, chipset,
overclock, ubuntu, debian, linux, macos, modem, router, hosting, mysql, html, java, kotlin, rust, algorithm,
cryptography, blockchain, ethereum, dogecoin, solana, binance, metaverse, robot, robotics, arduino, raspberry,
illustrator, autocad, pivot, vlookup, captcha, malware, antivirus, firewall, regex, mp3, bluetooth, treasury,
hedge fund, tax bracket, tax brackets, stock exchange, cement, marble, granite, gypsum, plywood, architect,
landscaping, tripod, canon, nikon, gopro, camera lens, pizza, burger, ramen, udon, spaghetti, lasagne, steak,
brownies, cupcake, macaron, croissant, cappuccino, espresso, latte, waffle, pancake, pancakes, cheesecake,
chocolate chip, barbecue, risotto, paella, mascara, eyeliner, sneakers, nike, adidas, gucci, prada, chanel, rolex,
diamond, hairstyle, hairstyles, bow tie, bundesliga, messi, ronaldo, neymar, federer, golf, rugby, cricket, hockey,
ski, skiing, snowboard, parachute, touchdown, quarterback, egypt, egyptian, shakespeare, victorian, renaissance,
viking, samurai, gladiator, hitler, stalin, lenin, churchill, lincoln, colosseum, stonehenge, parliament, senator,
congress, republican, democrat, monarchy, emperor, king charles, trump, biden, obama, putin, president, japan,
japanese, korea, korean, china, chinese, india, indian restaurant, pakistan, vietnam, singapore, australia, canada,
mexico, brazil, argentina, france, french, germany, german, spain, spanish, portugal, italy, italian, belgium,
switzerland, austria, sweden, norway, finland, denmark, iceland, russia, ukraine, poland, turkey, dubai, qatar, iran,
iraq, morocco, nigeria, kenya, africa, europe, antarctica, himalaya, everest, amazon, sahara, seoul, beijing,
shanghai, bangkok, hanoi, sydney, madrid, amsterdam, moscow, istanbul, kyoto, edinburgh, dublin, mongolia, texas,
california, florida, chicago, boston, airport, airline, backpacking, tornado, hurricane, glacier, meteorology, taurus,
gemini, virgo, libra, scorpio, sagittarius, capricorn, aquarius, pisces, tarot, opera, ballet, beethoven, mozart,
picasso, rembrandt, sonnet, sonnets, naruto, pokemon, avengers, batman, superman, spiderman, pixar, metallica,
nirvana, box office, toefl, ielts, gmat, sat exam, stock trading, wedding venue, wedding venues, dollars, euro, euros,
yen, kilowatt, horse racing, of light, light year, persian cat, dog food, cat food, dog breed, dog breeds,
world population, love quotes, love quote, mountain bike, road bike, weed killer, baby names, 5g signal, square root,
prime numbers, long division, pi digits, solar system, milky way, northern lights, tectonic plates, ozone layer,
global warming, food chain, plant cell, boiling point, melting point, speed light, sound barrier, gemstones, gemstone,
transfer news, match results, league table, final score, live score, super bowl, grand slam, boxing match,
wrestling match, civil engineering, mechanical engineering, electrical engineering, police entrance, answer key,
sheet music, song copyright, indie band, boy band, film review, horror movies, tv schedule, cheat codes,
laptop battery, laptop deals, mechanical keyboard, programming language, domain name, landing page,
instagram followers, video editing, photo editing, google sheets, powerpoint template, dslr camera, bricks,
floor tiles, roof tiles, kitchen cabinet, sofa bed, curtain rods, interior design, garden design, garden furniture,
lawn mower, tomato plants, apple tree, orchard, vineyard, beehive, chicken coop, fish tank, carp, oil change,
brake pads, car battery, car wash, sports car, petrol price, petrol station, motorway, toll road, flight tickets,
boarding pass, package tour, tourist attractions, beach resort, travel insurance, city break, souvenirs, wedding cake,
wedding invitation, wedding photographer, bridal, engagement ring, hair colour, haircut trends, nail polish,
skin whitening, wrist watch, designer bag, high heels, winter coat, pasta recipe, apple pie, wine tasting, craft beer,
coffee machine, best restaurant, restaurant nearby, stock price, stock tips, share prices, exchange rates,
mutual fund, life insurance, home insurance, house prices, estate agent, income tax, balance sheet, presidential,
political party, finance minister, nuclear weapon, submarine, fighter jet, space station, moon phases, lunar eclipse,
solar eclipse, stone age, bronze age, ice age, ancient greece, roman army, industrial revolution, cold war, flag of,
capital city, longest river, highest mountain, tallest building, word puzzle, knock knock, birth chart, lucky numbers,
office catering
"""

ALWAYS = frozenset(" ".join(_ALWAYS.split()).split(", "))
"""Also where the guide uses the word, in another meaning."""
UNLESS_USED = frozenset(" ".join(_UNLESS_USED.split()).split(", "))
"""Until the guide itself says the word: from then on it is one of its own."""
