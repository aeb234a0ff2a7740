"""Indonesian words of quite other matters: engines, stars, stock exchanges. Who asks for them asks for nothing of the guide.

What a house asks for in its daily life (games, songs, trains, pets, everyday food) stays out, and so does what bites.
"""

from __future__ import annotations

_ALWAYS = """
newton, fisika, kimia, kuantum, cuaca, prakiraan, saham, bitcoin, kripto, valas, dolar, kurs, pemilu, pilpres,
pilkada, piala dunia, olimpiade, liga, klasemen, timnas, photoshop, python, javascript, matematika, aljabar,
trigonometri, fotosintesis, planet, galaksi, sejarah perang, zodiak, horoskop, asuransi mobil, pajak kendaraan,
shopee, tokopedia, ibu kota, benua, lagu kebangsaan, presiden amerika, presiden indonesia, ramalan cuaca, juara liga,
merakit komputer, harga emas, gunung meletus, rumus, kurs dolar, resep rendang, rendang padang, resep bolu,
harga iphone, persib, persija, persebaya, samsung, xiaomi, redmi, oppo, vivo, infinix, realme, poco, asus, lenovo,
macbook, nvidia, root hp, flash hp, servis hp, servis motor, servis laptop, laptop gaming, spesifikasi laptop,
harga laptop, harga motor, harga mobil, mobil bekas, motor bekas, sewa mobil, rental mobil, mobil listrik, vario,
avanza, xenia, innova, brio, scoopy, yamaha, honda, suzuki, toyota, oli mesin, ban motor, ban mobil, ban truk,
moto gp, motogp, formula satu, badminton dunia, liga inggris, liga champions, real madrid, barcelona, manchester,
liverpool, arsenal, chelsea, juventus, arema, bonek, skor bola, jadwal bola, hasil bola, bioskop xxi, film terbaru,
film marvel, blackpink, bts, konser coldplay, lirik lagu dewa, chord gitar ungu, selebgram, gosip artis,
tiket pesawat, tiket konser, hotel murah, hotel bintang, villa, visa jepang, paspor online, harga semen, harga cabai,
harga beras, harga ayam, harga tanah, pegadaian, emas antam, kredit motor, kpr, deposito, reksadana, ihsg, dividen,
forex, trading, nft, cpns, pppk, formasi guru, pramugari, masinis, lowongan bank, kode pos, cek resi, jne, sicepat,
lazada, blibli, ayam geprek, nasi padang, tiramisu, kucing, kutu kucing, hamster, burung kicau, kakatua, murai,
ikan cupang, aquascape, jupiter, gerhana, dinosaurus, integral, turunan fungsi, logaritma, vektor, matriks matematika,
asam basa, tabel periodik, sel hewan, sejarah majapahit, perang dunia, raja jawa, ekonomi makro, excel rumus,
rumus excel, wordpress, css, php, instal windows, windows 11, canva premium, password wifi tetangga, jadwal krl,
jadwal kapal, shio, primbon, ramalan, tafsir mimpi, erek erek, arti mimpi, iphone pro, iphone 17, iphone baru,
iphone second, umrah murah, harga, pengantin, lk21, indoxxi, cheat game, resep seblak, film gratis
"""

_UNLESS_USED = """
gajah, harimau, singa, macan, beruang, buaya, badak, jerapah, zebra, kanguru, koala, panda, keledai, marmut, landak,
tupai, orangutan, gorila, simpanse, kelelawar, rusa, kijang, serigala, rubah, piton, kadal, komodo, iguana, kura-kura,
penyu, salamander, hiu, paus, lumba-lumba, pinguin, gurita, kepiting, lobster, ubur-ubur, koi, arwana, louhan, guppy,
gurami, bandeng, salmon, tongkol, elang, rajawali, lovebird, kenari, perkutut, angsa, kalkun, kupu-kupu, capung,
belalang, kumbang, bekicot, mamalia, reptil, amfibi, tulip, kamboja, aglonema, monstera, kaktus, bonsai, lavender,
krisan, mahoni, sengon, akasia, cemara, pinus, sawit, kakao, cengkeh, vanili, urea, traktor, palawija, karburator,
busi, kopling, piston, radiator, knalpot, velg, spion, dasbor, transmisi, matic, pertalite, pertamax, spbu, oktan,
turbo, wiper, klakson, sedan, tronton, pikap, bajaj, trem, helikopter, drone, feri, tanker, roket, satelit, hyundai,
mazda, nissan, mitsubishi, daihatsu, isuzu, mercedes, audi, lamborghini, porsche, tesla, kawasaki, ducati, vespa,
atom, molekul, elektron, proton, neutron, isotop, gravitasi, relativitas, magnet, ohm, volt, watt, ampere, joule,
kalor, termodinamika, prisma, difraksi, kromosom, enzim, mitosis, meiosis, mitokondria, kloroplas, ekosistem, biosfer,
fosil, taksonomi, asteroid, komet, meteor, nebula, merkurius, saturnus, uranus, neptunus, pluto, astronaut, teleskop,
mikroskop, natrium, titrasi, stoikiometri, katalis, elektrolisis, oksidasi, polimer, geometri, kalkulus, diferensial,
eksponen, segitiga, trapesium, kubus, kerucut, limas, pythagoras, kosinus, bilangan, faktorial, statistika, regresi,
ram, rom, ssd, hardisk, harddisk, prosesor, motherboard, vga, gpu, cpu, chipset, overclock, ubuntu, debian, macos,
modem, router, mysql, html, java, kotlin, rust, laravel, algoritma, kriptografi, blockchain, ethereum, dogecoin,
solana, binance, wallet, metaverse, robot, robotik, arduino, mikrokontroler, raspberry, coreldraw, illustrator,
autocad, sketchup, figma, pivot, vlookup, captcha, malware, antivirus, android studio, kecerdasan buatan, mp3,
obligasi, sukuk, bursa efek, emiten, suku bunga, inflasi, deflasi, resesi, apbn, apbd, pdb, pph, ppn, akuntansi,
pajak bumi, semen, batako, marmer, granit, gipsum, baja ringan, kavling, arsitek, rumah minimalis, ac split, tripod,
canon, nikon, fujifilm, gopro, rendang, pizza, burger, kebab, ramen, udon, takoyaki, spageti, spaghetti, lasagna,
steak, kastengel, nastar, brownies, cupcake, macaron, croissant, cappuccino, espresso, latte, gudeg, rawon, lipstik,
maskara, eyeliner, gaun, sneakers, nike, adidas, gucci, prada, chanel, rolex, berlian, bundesliga, laliga,
asian games, pssi, messi, ronaldo, neymar, mbappe, federer, golf, rugby, kriket, baseball, nba, ski, snowboard,
parasut, paralayang, sepatu wanita, majapahit, sriwijaya, mataram, singasari, diponegoro, kartini, soekarno, sukarno,
soeharto, habibie, voc, napoleon, hitler, stalin, firaun, mesopotamia, piramida, candi, borobudur, prambanan, monas,
eiffel, colosseum, tembok cina, tembok besar, pilgub, caleg, parlemen, kabinet, perdana menteri, raja, kaisar, trump,
biden, obama, putin, presiden, jepang, korea, tiongkok, pakistan, vietnam, singapura, australia, kanada, meksiko,
brasil, argentina, prancis, jerman, spanyol, portugal, italia, belgia, swiss, austria, swedia, norwegia, finlandia,
denmark, rusia, ukraina, polandia, turki, dubai, qatar, iran, irak, mesir, maroko, nigeria, afrika, eropa, antartika,
himalaya, everest, amazon, sahara, tokyo, seoul, beijing, shanghai, bangkok, hanoi, sydney, london, paris, berlin,
madrid, amsterdam, moskow, istanbul, osaka, kyoto, hongkong, bunaken, toraja, dieng, bromo, rinjani, semeru, merapi,
krakatau, dufan, ancol, disneyland, bandara, maskapai, airasia, resor, resort, glamping, backpacker, nama bayi, salju,
tornado, vulkanik, meteorologi, taurus, gemini, virgo, scorpio, sagitarius, capricorn, aquarius, pisces, tarot, opera,
balet, beethoven, mozart, picasso, rembrandt, shakespeare, naruto, doraemon, pokemon, avengers, batman, superman,
spiderman, pixar, metallica, nirvana, utbk, sbmptn, snmptn, snbt, toefl, ielts, gmat, fakultas, rektor, dekan,
download lagu, kecepatan cahaya, arti nama, kata mutiara, kata cinta, kata bijak, kunci jawaban, soal ujian,
luas lingkaran, keliling lingkaran, volume tabung, akar kuadrat, edit video, edit foto, sinyal 5g, pajak motor,
tilang elektronik, sinopsis drama, sinopsis film, jadwal tayang, skor pertandingan, transfer pemain, promo tiket,
ukuran kertas, ukuran sepatu, merk sepeda, sepeda gunung, jumlah penduduk, penduduk dunia, juara dunia, rekor dunia,
lowongan pertamina, batu akik, batu bata, not balok, anjing ras, obat rumput, tes polisi, teknik sipil, teknik mesin,
hukum kekekalan, tata surya, lubang hitam, rasi bintang, lempeng tektonik, gunung berapi, lapisan ozon,
pemanasan global, rantai makanan, sel tumbuhan, kerajaan hewan, proklamator, pahlawan nasional, ibukota negara,
bendera negara, mata uang, bahasa mandarin, film horor, film bollywood, komik marvel, spek laptop, layar lcd,
baterai laptop, charger laptop, keyboard mekanik, install ulang, bahasa pemrograman, spreadsheet google, template ppt,
kamera dslr, lensa kamera, tiga roda, keramik lantai, besi beton, atap spandek, pompa sumur, desain interior,
kitchen set, sofa minimalis, gorden jendela, cat tembok, wallpaper dinding, oli motor, ganti oli, ganti ban,
kampas rem, aki motor, mobil sport, bbm subsidi, tol trans, rute mrt, paket wisata, kamar hotel, penginapan murah,
oleh-oleh khas, pantai terindah, nama ilmiah, bibit durian, bibit cabai, menanam cabai, budidaya jamur, ikan hias,
pakan ayam, ayam petelur, sarang walet, panen padi, hama wereng, resep kue, cake coklat, restoran terdekat,
katering pernikahan, undangan pernikahan, foto prewedding, gedung resepsi, souvenir pernikahan, lamaran nikah,
model rambut, model hijab, pemutih kulit, parfum pria, jam tangan, tas branded, cincin kawin, reksa dana, nilai tukar,
laporan laba, jurnal penyesuaian, pajak penghasilan, asuransi jiwa, kredit rumah, calon gubernur, ketua dpr,
partai politik, menteri keuangan, tentara amerika, senjata nuklir, kapal selam, pesawat tempur, manusia purba,
teori evolusi
"""

ALWAYS = frozenset(" ".join(_ALWAYS.split()).split(", "))
"""Also where the guide uses the word, in another meaning."""
UNLESS_USED = frozenset(" ".join(_UNLESS_USED.split()).split(", "))
"""Until the guide itself says the word: from then on it is one of its own."""
