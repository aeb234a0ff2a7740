"""Indonesian words that are roots, words whose root no rule finds, and words too small to search for.

Written for this guide by its authors; no word list of others was used. Roots that look as if they carried an affix
(*terapi*, *sesi*, *teman*) matter most here: they stop the stripping. Roots the guide does not use matter too: a word
that is known is never taken for a slip of the keys.
"""

from __future__ import annotations

_ROOTS = """
abad abai abdi abjad aborsi absen abses abus acak acara acuh ada adab adat adegan adik adiksi adil administrasi
adopsi adu aduk agama agen agenda agresi agung ahli aib air ajaib ajak ajal ajar ajeg aju akad akal akan akar
akhir akhlak akibat akrab aksara akselerasi akses aksi aktif aktivitas aktor aktris aktual akui akun akurat alam
alamat alami alas alasan alat album alergi algoritma alih alir alis alkohol alokasi alpa alternatif alumni aman
amanah amanat amarah amat ambil ambisi ambruk ambulans amin ampuh ampun amuk anak analisis ancam anda andai andal
 aneh aneka anemia angan anggap anggar anggota angguk anggur angin angka angkat angklung angkuh angkut angsa
angsur aniaya animasi anjing anjlok anjur anonim antar antara antik anting antre antri antusias anugerah anut
anyam apa apel apes api apik aplikasi apotek apresiasi arah arang area arsip arti arus asah asal asam asap asas asbes
asertif asesmen asih asin asing asma asongan aspek asrama asuh asuransi asusila asyik atap atas atasi atom atur audit
awal awam awan awas awet ayah ayam ayat ayo ayun baca badai badan bagai bagi bagian bagus bahagia bahan bahas bahasa
bahaya bahu baik baju bak bakar bakat bakteri bakti baku bakul balap balas balik balok ban bandar bandara banding
bangga bangkit bangku bangsa bangun banjir bank bantah bantal bantu banyak bapak baptis barang barat baring baris
baru basah basi basis batal batang batas baterai batik batin batu batuk bau baur bawa bawah bawang bayam bayang bayar
bayi beban bebani bebas bebek becak beda bedah beduk begadang begal bekal bekam bekas bekerja beku bekukan bela belah
belakang belalang belas beli belia belit belok belum benah benak benam benang benar benci benda bendung bengkel
bengong bensin bentak bentuk bentur benua benzodiazepin bera berangkat berani berantak beras berat bercak berdiri
beri berita berkah berkas bersama bersih bersin besar besi besok besuk betah betul biak biar biara biasa biaya bibit
bicara bidan bidang bijak biji bikin bila bilang bilas bima bimbang bimbing bina binatang bingkai bingkis bingung
bintang biografi biologi bioskop biru bisa bisik bisnis bius blok bocor bodoh bohong bola boleh bolong bolos bom
bongkar bor borgol boros bosan botol buah buang buat buaya bubar budak budaya budi bugar bujuk buka bukan bukit bukti
buku bulan bulat bulu bumbu bumi buncit bundar bunga bungkuk bungkus buntu buntut bunuh bunyi bupati buprenorfin buru
buruh buruk burung buta butuh buyar cabai cabang cabul cabut cacat cadang cahaya cair cakap cakar cakup camat cambuk
campur canang canda candi canggung cangkir cangkul cantik cantum cap capai capek cara cari catat cedera cegah cek
cela celaka celana celup cemas cemburu cemooh cenderung cengkeram cepat cerah cerai ceramah cerca cerdas cerewet
ceria cerita cermat cermin cerna cerpen cetak cibir cicak cicil cicip cincin cinta cipta ciri cita citra cium coba
cocok coklat colok comot contoh cooker copot corak coret cuaca cuci cucur cukai cukup cukur cuma cumi curah curang
curi curiga cuti dada dadak daerah daftar dagang daging dahaga dahulu daki dakwah dalam dalih damai dampak damping
dana danau dangdut dangkal dapat dapur darah darat daring darurat dasar data datang datar daun daur daya dayung debar
debat debit debu deflasi dekan dekap dekat dekati dekorasi delapan delegasi demam demi demikian demo dempul denah
denda dendam dengar denging dentum denyut depan depresi derajat derap deras deret derita derma desa desain desak
detail detak detik detoksifikasi dewan dewasa diagnosis dialog diam diare didih didik dikte dinas dinding dingin dini
dinosaurus direktur diri disabilitas disiplin disko diskon diskriminasi diskusi distribusi dividen doa dobrak dokter
dokumen dokumentasi domba dompet donasi donat donatur dongeng dongkrak dorman dorong dosa dosis drama dua duduk duga
duit duka dukung dulu dunia duri durian dusta eceran edar edukasi efek efektif egois ejaan ejakulasi ejek ekonomi
ekor eksekusi eksis ekskresi ekspor ekspresi ekstasi elak elang elektron elektronik elus emas embun embus emosi empat
empati empuk enak enam encer encounter energi enggan engsel enkripsi entas epilepsi era erat erti esok estafet
estetika etika etis evaluasi evolusi fajar fakta faktor fase fasih fasilitas fasilitator fatal filosofi fisik fisika
fitnah fokus formal formulir forum fosil foto frekuensi frustrasi fungsi gabung gadai gaduh gagal gagap gagas gairah
gajah gaji galak galaksi galau gali galon gambar gampang ganas ganda gandeng ganggu ganja ganjal ganjil ganti gantung
garam garap garis garuk gas gatal gaul gawat gaya gedung gegas gejala gelantung gelap gelar gelas geledah geletak
gelisah gelombang gelut gema gemar gembira gembok gemetar gempa gemuk gemuruh genang genap gendong genetika genggam
gengsi gentar genteng genting gerak geram gerbang gereja gergaji gerogoti gertak gerutu gesek geser getar getir giat
gigi gigih gigil gigit gila gilir girang giring gitar gizi goda godaan gol golong goreng gores gosip gosok gotong
goyah goyang graduasi grafik grafis gratis grup gubernur gubris gubuk gudang gugat gugup gugur gugus gula guling
gulir gumam guna guncang gundul gunjing gunting gunung gurame gurau gurita guru gurun gusar gusur guyur habis hadang
hadap hadiah hadir hafal haid hajar hajat hak hakim hal halaman halang halte halus hambar hambat hamil hampa
hampir hancur handuk hangat hantam hantar hantu hanya hanyut hapus haram harap hardik harga hari harimau harta haru
harus hasil hasrat hasut hati haus hawa hayat hebat hela helm hemat hendak hening henti hepatitis heran hewan hias
hibah hibur hidang hidung hidup hijau hikmah hilang hina hindar hingga hinggap hiruk hirup hitam hitung hiu hobi
honor hore horison hormat hotel hubung hujan hujat hukum hulu humor huni huru huruf hutan hutang iba ibadah ibarat
ibu ibukota idap ide identifikasi identitas idola ijazah ikan ikat ikhlas ikhtiar iklan iklim ikrar ikut ilmu imam
iman imbal imbang imbas imbuh impi impian impor imunisasi inap incar indah individu individual indra induk induksi
infeksi inflasi informasi ingat ingin ingsut ini injak injeksi inovasi insaf insentif insiden inspirasi instansi
institusi intai integrasi intensif interaksi internal internet intervensi inti intim intip inventaris investasi irama
iring iris ironi isak isap isi isik isolasi istana istilah istimewa istirahat istri isu isyarat itu izin jabar jabat
jadi jadwal jaga jagal jagat jagung jahat jahit jail jajaki jajan jaksa jalan jalar jalin jalur jam jamaah jambret
jamin jamu jamur janda jangan janggal jangka jangkar jangkau jangkrik janji jantung jarah jarak jarang jari jaring
jarum jasa jasad jasmani jatah jati jatuh jauh jawab jaya jebak jebol jeda jejak jejal jejaring jelajah jelang jelas
jelek jemaat jembatan jempol jemput jemu jemur jenaka jenazah jendela jengkel jenguk jenis jenjang jenuh jepit jerat
jerawat jerih jernih jeruk jerumus jidat jilid jinak jiwa jodoh jompo jongkok jorok jual juang juara jubah judi judul
juga jujur julur jumat jumlah jumpa jumput jurang jurnal juru jurus jurusan kabar kabel kabul kabung kabupaten kabur
kabut kaca kacamata kacang kacau kadal kadang kadar kader kafir kaget kagum kain kait kaji kajian kakak kakek kaki
kaku kakus kala kalah kalau kalender kali kalian kalimat kalut kamar kambing kambuh kamera kami kampanye kampung kamu
kanan kancing kandang kandas kandung kangen kangkung kantong kantor kantuk kapal kapan kapas karakter karam karang
karantina karat karcis karena karet karma karpet kartu karung karya karyawan kasar kasih kasihan kasir kasur kasus
kata kategori katolik katup kawal kawan kawat kawin kaya kayu kebal kebon kebun kecam kecap kecewa kecil kecoa kecoh
kecuali kedelai kedip kedok keguguran kehendak kejam kejang kejar keji kejut kekang kelabu kelabui kelahi kelam
kelapa kelas keliling kelinci keliru kelola kelompok kelontong keluar keluarga keluh kelupas keluyur kemah kemarin
kemas kembali kembang kembar kemeja kemelut kemudian kemul kena kenal kenan kenang kencan kencing kendala kendali
kendara kental kentang kentara kenyang kepal kepala kepiting kepul kepung kerabat kerah kerajaan kerajinan keramas
keramik kerap keras kerbau kerdil kereta kerikil kering keringat kerja keroyok kertas kerubung kerudung
kerut kesal kesan kesatria ketat ketik ketombe ketua ketuk khas khawatir khayal khianat khitan khotbah khusus kiai
kiat kibas kiblat kikir kilas kilat kilometer kimia kini kios kipas kiper kira kiri kirim kisah kisar kita klaim
klarifikasi klien klinik klinis klub knalpot koalisi kobar kocok kode kognitif kokoh kolam kolega koleksi kolom koma
komentar komik komisi komit komite komitmen kompas kompetisi komplek komplikasi komplot komponen kompor komposisi
kompres kompromi komputer komunikasi komunitas kondektur kondisi kondom konferensi konfirmasi konflik konfrontasi
konkret konseli konseling konselor konsentrasi konsep konsultasi konsumen konsumsi kontak kontingensi kontrak
kontrasepsi kontribusi kontrol konyol koordinasi koordinator koper koperasi kopi kopral koran korban korek koreksi
korupsi kos kosong kost kostum kota kotak kotor koyak kran kredit kriminal kripto krisis kristal kriteria kritik
kromosom kronis kuah kuak kualifikasi kualitas kuantum kuas kuasa kuat kuatir kubur kucil kucing kuda kudap kudus kue
kuesioner kuku kukus kuliah kulit kulkas kumat kumbang kumpul kumuh kunci kuning kunjung kuno kunyah kupas kupon kupu
kura kurang kuras kurban kurikulum kurir kurma kursi kursus kurung kurus kurva kutip kutu kutub kutuk laba label
lacak laci lacur lada ladang lagi lagu lahan lahir laih lain laju laki laku lalai lalat lalu lama lamar lambai lamban
lambang lambat lampau lampir lampu lampung lancar landas langgan langgar langit langka langkah langsung lanjut lansia
lantai lantang lantar lantun lapang lapar lapis lapor laptop lapuk larang laras lari larut latar latih lauk laut lava
lawan lawat layak layan layar layu lazim lebah lebar lebih lebur leceh lecet ledak lega legal leher lekat lelah
lelaki lele leluasa lelucon leluhur lem lemah lemari lemas lembaga lembar lembek lembur lembut lempar lengah lengan
lengkap lentur lenyap lepas lerai lestari lesu letak letih letup lewat liang liar libat libido libur licik licin
lidah liga lihat lilin lilit lima limpah lincah lindung lingkar lingkung lingkungan linglung lintas lipat lirih lirik
lisan lisensi listrik liter literasi lokasi loker lolos lomba lompat loncat lonceng longgar lonjak lonta lontar loyal
luang luar luas lubang lucu ludah lugas luka lukis luluh lulus lumba lumpuh lumpur lumur lunak lunas lunasi luncur
lupa luput lurah luring lurus lusuh lutut luwes maaf mabuk macam macet madat madya magang magma mahal mahasiswa mahir
main majikan maju maka makam makan makhluk maki makian makin makna maksimal maksud malah malam malang malas
malu mampet mampir mampu mana manajemen manajer mandat mandi mandiri manfaat mangga mangkir mangkuk manipulasi manis
manja mantan mantap mantra manusia mapan marah mari martabat mas masa masak masalah masih masing masjid maskulin
massa masuk masyarakat mata matahari matang matematika materi mati mau maut mawas maya mayat media mediasi medis
meditasi meja melarat melek meleset melon meluncur memar membara membran memori menang menara mengerti menit mentah
mental mentega menteri mentimun mentor menu merah merdeka merek mereka meriah merokok merosot mertua mesin meski
mesra mesti mesum meta metadon metafora metamfetamin meterai metode miang milik mimpi minat minder minggu minim
minimal minta minum minus minyak miras miring mirip misal misi miskin mitos mitra mobil modal model moderat modul
mogok mohon molekul mood moral motif motivasi motor muak mual muara muat muda mudah mudik muka mula mulai mulia multi
mulut muncul mundur mungkin muntah murah muram murid murka murni murung museum musibah musik musim muslim musnah
mustahil musyawarah mutasi mutlak mutu naas nabi nada nadar nadi nafas nafkah nafsu naga nah naik nakal nalokson nama
nampan nanah nanas nanti napas napza narasi narkoba narkotik narkotika nasehat nasi nasib nasihat nasional naskah
natal nazar negara negatif negosiasi nekat nenek neraka nestapa nesu netral neutron niaga niat nikah nikmat nikotin
nila nilai nisbi niscaya nol nomor norma normal nota notulen novel novelis nurani nyala nyaman nyamuk nyanyi nyaring
nyaris nyata nyawa nyenyak nyeri obat obeng objek obligasi obrol observasi obyek ojek olah olahraga oleh oles olok
ombak omel omong ongkos operan operasi opini optik optimal orang organ organisasi orientasi otak otomatis otoriter
otot overdosis pabrik pacar pada padahal padam padang padi padu pagar pagi pahala paham pahit pahlawan pajak pajang
pakai pakaian pakar paket paksa paku palak palang paling palsu palu paman pamer pamit panas pancar pancing pandai
pandang pandu panduan panen pangan panggang panggil panggung pangkal pangkat panik panitia panjang panjat pantai
pantang pantas pantau panti pantul papan papar paraf parah paranoid parasit parkir parlemen partai partisipasi paru
pas pasal pasang pasar pasca pascarehabilitasi pasien pasif pasir pasok pasrah passion pasti pasung patah patok
patroli patuh patung patut paus paut payah payung pecah pecat pedang pedas pedih pedoman peduli pegal pegang
pegawai pejam peka pekan pekat pekerti pelabuhan peladen pelaku pelan pelang pelihara pelit pelonco pelopor pelosok
peluang peluh peluk peluru pemali pemerintah pemicu pemilu pemuda pemuka penasaran pencar pencet pencil pendam
pendapat pendar pendek pendeta pengajian pengar pengaruh penggal penjara pensil pentas penting penuh penyakit pepatah
pepaya peran perang perangai perangkap perangkat perantara peras perban percaya percik percuma perempuan pergi peri
perih periksa perilaku peringkat perintah periode perisai peristiwa periuk perkara perkosa perlahan perlu permadani
permai permanen permata permen permisi pernah perpustakaan persegi persen persis persona personal personel perspektif
pertama pertamax pertiwi perut pesan pesantren pesawat pesta peta petak petang petani peti petik petir petuah piagam
piala piatu picu pidana pidato pihak pijak pijat pikat piket pikir piksel pikul pilah pilar pilek pilih pilin pilot
pilu pimpin pinang pincang pindah pinggang pinggir pinggul pingsan pinjam pinjol pinta pintar pintu pipa pipi pipis
pirang piring pisah pisang pisau pisik pita planet plankton plastik plester pohon poin pokok pola polisi politik
pompa pondok popok populer porsi posisi positif potensi potong praktik praktis pramuka prasangka preman presiden
prestasi pria pribadi prihatin primer prinsip prioritas privasi produk produksi produktif profesi profesional profil
program prosa prosedur proses prospek protes proton provinsi provokasi proyek proyektor psikiater psikis psikoedukasi
psikolog psikologi psikologis psikosis psikoterapi psikotropika puas puasa publik pucat puisi puji pukul pula pulang
pulas pulau pulih pulpen pulsa puluh punah puncak punggung pungut puntung punya pura pusar pusat pusing puskesmas
putar putau putih putra putri putus putusan rabu racik racun radang ragam ragu rahang rahasia rahim raja rajin rajuk
rajut rakit rakus rakyat ramadan ramah ramai ramal rambu rambut rambutan rampas rancang rangkai rangkap rangkul
rangkum rangsang rantai rapat rapi rapor rapuh rasa rasional rata ratu rawa rawan rawat raya rayu razia reaksi rebah
rebus rebut reda redam redup referensi refleksi rehabilitasi rejeki reka rekam rekan rekap rekat rekomendasi rekreasi
rel rela relaksasi relativitas relawan relevan rem remaja remas remeh rempah renang rencana rendah rendam rendang
rengek renggang rentan rentang renung replika repot resah resensi resep reses residen resiko resmi respon respons
restu retak retas reuni rewel riang rias ribu ribut rice rimba rinci rindu ringan ringkas ringkuk rintang rintih
risau riset risiko ritme ritual riuh riwayat robek roboh robot roda rohani rohaniwan roket rokok roman rombong rontok
roti ruang ruas rugi rujuk rukiah rukun rumah rumatan rumit rumput rumus runding rundung runtuh runtut rupa rupiah
rusak rusuh rutin ruwet saat sabar sabet sabtu sabu sabuk sadap sadar sah sahabat saham sahut saing sajadah saji
sakau sakit saksi sakti salah salam salat saldo salep salib salin saling salur sama samar sambang sambil sambung
sambut sampah sampai sampaikan samping sampul samudra sandal sandar sandera sandi sandiwara sangat sanggah sanggup
sangka sangkal sangkut sangkutan sanksi santai santun sapa sapi sapu saraf saran sarana sarap sarapan sari saring
sarung sasar satelit satu saudara savana sawah saya sayang sayat sayur sebab sebagai sebal sebar sebelah sebelum
seberang sebut sedang sedekah sederhana sedia sedih sedikit seduh segala segan segar segera sehat sehelai sejahtera
sejak sejarah sejuk sekali sekap sekarang sekat sekitar sekolah sekongkol sekretariat sekretaris sekrup seks seksual
sekutu sel sela selain selalu selam selamat selang selaras selasa selebriti seleksi selendang selenggara selesai
selia selidik seliling selimut selip selisih seluk seluruh semacam semai semangat semangka sembah sembahyang sembako
sembarang sembilan semboyan sembuh sembunyi semen sementara sempat sempit sempurna semua semut senam senandung senang
senat sendi sendiri sendok sengaja sengat sengketa sengsara seni seniman senin senior senjata sensitif sensus senter
sentuh senyap senyum sepakat sepakbola sepatu sepeda sepele seperti sepi seragam serah seram serang serap serasi
serbu serbuk serempak serempet serentak seret serikat sering serius serong sertifikat seru server sesak sesal sesat
sesi sesuai sesuatu setan setara setia setiap setop setor setrika setuju sewa siaga siang siap siapa siar siasat
sibuk sidang sifat sihir sikap sikat siklus siksa sila silang silat silaturahmi simak simbol simpan simpang simpati
simpul simulasi sinagoga sinar sindir sinetron singa singgah singgung singkat singkir singkong sini sinis sinkron
siram sirat sirene sirna sisa sisi sisih sisip sistem siswa sita situ situasi situs siul skala skema skrining skripsi
slip slogan soal sobek sofa sogok solar solusi sombong sopan sopir sorak sorot sortir sosial sosialisasi spanduk
spesial spesialis spidol spiritual sponsor stabil stabilisasi stadion staf standar stasiun stigma stimulan stimulus
stok strategi stres stroberi struktur studi suami suap suara suasana suatu subuh subur suci sudah sudut sugesti suguh
suhu sujud suka sukarela sukses suku sulam sulit suluh sumbang sumbat sumber sumpah sumur sungai sungguh sungkan
sungut suntik sunyi supaya supervisi supervisor surat surga suruh surut survei susah susila suster susu susul susun
susur susut sutra sutradara suwir swadaya syahwat syair syarat syok syukur taat tabah tabel tabib tablet tabrak tabu
tabung tabur tadarus tafsir tagih tahan tahap tahlil tahu tahun tajam takar takdir takhta taklim taksi takut
talenta tali tamak tamat tambah tambal tamban tambang tampak tampar tampil tampung tamu tanah tanam tancap tanda
tandas tanding tandu tangan tangga tanggal tanggap tangguh tanggung tangis tangkai tangkap tangkas tangki
tangkis tani tanjak tanpa tantang tanya tapai tapak tapi taraf target tari tarif tarik taruh tas tasbih tata tatap
tatih tau taubat taufan tawa tawar tayang tebak tebal tebang tebar tebus teduh tega tegak tegang tegas tegur tekad
tekan teknik teknis teknologi tekstur tekuk tekun telaah teladan telaga telan telanjang telantar telat telaten
telepon teler televisi telinga teliti teluk telungkup telur telusur tema teman temani tembaga tembak tembakau tembok
tembus tempat tempe tempel tempo temporer tempuh tempur temu tenaga tenang tenda tendang tengadah tengah tenggang
tenggat tenggelam tengger tengkar tengok tentang tentara tenteram tentram tentu tenun teori tepat tepi tepuk tepung
tera terampil terang terap terapeutik terapi terapis teras teratur terawang terbit teriak terik terima terjang
terjemah terjun terlalu terlambat terlanjur terluka termin terminal termos ternak terong teror terowong terowongan
terpa tersier tertib terumbu terus tes tetangga tetap tetapi tetas tetes tewas tiang tiap tiba tidak tidur tifa tiga
tikam tikar tiket tikung tilang tim timang timbal timbang timbul timpa timur tindak tindas tindih tinggal tinggi
tingkah tingkat tinjau tinju tinta tipe tipis tipu tirai tirakatan tiran tiru titah titik titip tiup tobat toilet
toko tokoh tokok tolak toleh toler toleransi tolong tomat tombol tongkat tongkrong tonjol tonton topang topeng topi
topik toples total tradisi tragedi traktir traktor transaksi trauma tsunami tua tuan tuang tubuh tuding tuduh tugas
tugu tuhan tuju tujuan tujuh tukang tukar tulang tular tuli tulis tulus tumbang tumbuh tumis tumit tumpah tumpang
tumpas tumpeng tumpu tumpuk tumpul tunai tunangan tunas tunda tunduk tunggak tunggal tunggu tunjang tunjuk tuntas
tuntun tuntut turun turut tusuk tutor tutup tutur uang uap ubah ubat uber ubi ucap udang udara ujar uji ujung
ukir ukur ulah ulang ular ulas ulet ulur umat umbar umpan umpat umum umur undang undi undur unggah unggul ungkap
ungkit ungsi unit unsur untuk untung upacara upah upaya urai urap urin urine urung urus urut usaha usai usap usia
usik usir usul usung usut utama utang utara utuh utus vaksin valuta variasi verifikasi versi vihara visi visual vital
vokasi vokasional voli vonis vulkan wabah wadah waham wahyu waisak wajah wajan wajar wajib wakil waktu walau wali
walikota wangi warga waris warna warta wartawan warung wasit waspada watak wawancara wenang wewangian wewenang wibawa
wifi wilayah wisata wisma wisuda wortel wudu wujud yakin yayasan zakat zaman zat ziarah zikir zina zona zuhur
"""

_EXCEPTIONS = """
hp: hpku hpmu hpnya
kurung: mengurung mengurungnya ngurung ngurungin pengurungan
tahan: nahan nahannya
dingin: mendingin
picu: pemicu pemicunya
lebaran: lebaran lebarannya
meriang: meriang
mulas: mulas mules
manik: manik
ajar: belajar pelajar pelajari mempelajari dipelajari pelajaran
akhir: terakhir mengakhiri berakhir
aktif: aktivitas aktifitas keaktifan mengaktifkan
akui: mengaku akui mengakui pengakuan diakui
alat: peralatan
aman: keamanan pengamanan mengamankan
ambil: ngambil
anak: ank
analisis: analisis analisa menganalisis penganalisisan
ancam: mengancam ancaman
antar: anter nganter
antre: antri
apa: apa-apa apakah
apotek: apotik
arti: arti berarti
atur: teratur peraturan aturan
bagaimana: bgmn gmn gimana gimn
bagus: apik
baju: pakaian berpakaian
baki: baki
bandar: bandar
bangun: bangunin ngebangunin
bantu: ngebantu
bayar: mbayar
beberapa: beberapa
belum: blm blom belom
benar: bener
berangkat: keberangkatan memberangkatkan berangkat
berani: keberanian memberanikan
berapa: seberapa brp brapa
berat: keberatan memberatkan
berdiri: berdiri mendirikan
berhenti: brenti berenti brentiin berentiin stop distop
beri: memberi memberikan pemberian diberi diberikan berikan pemberi
bersih: membersihkan kebersihan pembersihan
bisa: bs dpt
boleh: blh bole
borgol: memborgol diborgol pemborgolan
botak: botakin dibotakin
buat: perbuatan berbuat
buku: pembukuan
bulan: bln
cabut: nyabut
candu: kecanduan pecandu candu pencandu mencandu
capai: capai pencapaian mencapai tercapai
cari: nyari nyariin pencari pencarinya
cekik: nyekik dicekik mencekik cekikan
cepat: cepet
contoh: menyontoh
curi: nyuri mencuri pencuri pencurian dicuri kecurian
dapat: pendapatan dapet ngedapet kedapetan
datang: dateng
dekat: deket
dengan: dgn dg
dengar: denger ngedenger kedengeran
detail: detil
dewasa: dewasa kedewasaan
di: di
diam: diem diemin
erti: mengerti pengertian dimengerti
fisik: pisik
gambar: ngegambar
ganggu: mengganggu
gundul: gundulin digundulin
guru: perguruan
habis: ngabisin kehabisan
hadap: menghadapi
hafal: hapal
halusinasi: halusinasi berhalusinasi
hapus: apus
hari: sehari seharian harian keseharian
harus: hrs kudu
hasil: keberhasilan berhasil penghasilan
hati: memperhatikan perhatian memerhatikan perhatikan diperhatikan ati
hilang: ilang ngilang keilangan
hitam: item
hitung: itung ngitung
hormat: menghormati
huni: penghuni
ibadah: beribadah peribadatan ibadat beribadat
inap: nginep inep menginap
individu: individual
infus: diinfus menginfus
ingat: peringatan peringatkan inget nginget keinget keingat
ingin: pengen pingin pgn pengin pngen pgen pngn
izin: ijin perijinan ijn izn
jadwal: jadual penjadwalan jadwalkan
jalan: jalanin ngejalanin
jangan: jgn jangn
jawab: ngejawab
jenguk: njenguk
kajian: mengaji ngaji pengajian kaji mengkaji dikaji
kakek: kakek
kalau: kalo klo kl
kamar: kmr
kambuh: kambuhan
kapan: kpn
karena: krn karna krna gara-gara gegara
kasih: dikasih ngasih mengasihi
kawal: mengawal mengawalnya
ke: ke
kejadian: kejadian
kelompok: kelompok berkelompok
keluar: keluar pengeluaran mengeluarkan dikeluarkan kluar
keluarga: keluarga kekeluargaan berkeluarga klg klrg
kemarin: kemaren
kemas: mengemas mengemasi
kencang: kenceng
kepala: kepala mengepalai
keringat: kringet kringat kringetan
kerja: kerjasama bekerjasama pekerja pekerjaan bekerja mengerjakan dikerjakan pengerjaan kerjakan
kesal: kesel bete
ketik: mengetik diketik
ketua: ketua mengetuai diketuai
khawatir: kuatir mengkhawatirkan kekhawatiran
komplain: komplain komplen
kompleks: komplek
komunikasi: mengomunikasikan mengkomunikasikan berkomunikasi
konsumsi: mengkonsumsi mengonsumsi dikonsumsi
kontrol: mengontrol mengkontrol
koordinasi: mengkoordinasi mengoordinasikan mengkoordinasikan
koordinator: koordinator
kuat: kuwat
laki: lelaki laki
laku: pelaku perlakuan memperlakukan diperlakukan kelakuan
lambat: keterlambatan terlambat telat
lanjut: menindaklanjuti ditindaklanjuti
lapar: laper
latih: pelatih pelatihan
leceh: pelecehan melecehkan dilecehkan
las: ngelas mengelas pengelasan
lepas: ngelepas
libat: keterlibatan
lihat: liat ngeliat keliatan diliat ngelihat
maaf: memaafkan dimaafkan pemaafan
macam: semacam
madat: ngobat mengobat
main: maen
maju: kemajuan
makan: makanan santapan memakan dimakan
malam: mlm malem
malas: males
malu: memalukan mempermalukan dipermalukan
mampu: kemampuan
mandi: memandikan
mandiri: kemandirian
marah: kemarahan memarahi pemarah dimarahi
masak: memasak masakan pemasak
masuk: memasukkan dimasukkan memasuki pemasukan
mati: kematian mematikan
mau: kemauan
mbak: mbak
medis: medik
menang: menang kemenangan
mengapa: kenapa knp napa
meninggal: meninggal wafat
milik: memiliki dimiliki pemilik kepemilikan
minggu: seminggu mingguan mgg
minta: meminta permintaan diminta minta pinta
minum: minuman meminum diminum peminum
muda: pemuda
mudah: memudahkan mempermudah kemudahan
mulai: memulai dimulai bermula permulaan mula pemula semula
mungkin: memungkinkan kemungkinan
muntah: memuntahkan
nama: menamai bernama
napas: nafas bernafas
nasihat: menasihati penasihat menasehati nasehat
nikah: menikah pernikahan
nikmat: menikmati dinikmati
nilai: menilai penilaian dinilai peniliaian
nyala: menyala menyalakan
nyaman: kenyamanan
nyanyi: menyanyi bernyanyi nyanyian
nyata: menyatakan pernyataan dinyatakan kenyataan
obat: pengobatan pengobatannya pengobat mengobati diobati ubat obt
objek: obyek
orang: seseorang perseorangan perorangan org
orangtua: orangtua
pagi: pgi
paham: memahami pemahaman dipahami
pakai: make pake dipake kepake makai pemakaian pemakai
paksa: pemaksaan terpaksa memaksa dipaksa
pegang: megang
pekan: sepekan pekanan
pemerintah: pemerintah pemerintahan
pengadilan: pengadilan peradilan mengadili diadili
pengaruh: mempengaruhi memengaruhi terpengaruh dipengaruhi
penyidik: penyidik
percaya: mempercayai memercayai kepercayaan dipercaya
perempuan: perempuan
pergi: pegi
perilaku: perilaku berperilaku
perintah: perintah memerintah
pimpin: memimpin pemimpin pimpinan
pinjam: pinjem minjem
pintar: pinter
praktik: praktek
psikologi: psikologi psikologis
pulang: plg
putus: memutuskan pemutusan
putusan: keputusan putusan diputuskan
ramai: rame ramean
rampok: ngerampok perampok perampokan dirampok
rantai: rante dirante
rasa: perasaan merasa merasakan
rawat: perawatan merawat ngerawat
perawat: perawat keperawatan
kepemimpinan: kepemimpinan
relaps: relaps relapse rilep
remaja: remaja
respons: respon merespon
risiko: resiko berisiko beresiko
rohani: kerohanian
rokok: merokok perokok ngerokok
rumah: rmh
sakit: penyakit menyakiti kesakitan disakiti skt
salahguna: penyalahgunaan penyalahguna menyalahgunakan disalahgunakan
salat: sholat shalat solat bersalat
sama: kebersamaan bersama sm
sampai: sampe nyampe
saya: gue gua gw sy
sebab: penyebab menyebabkan disebabkan
sebal: sebel
sebaya: sebaya
sebelum: sblm
sedia: kesediaan bersedia menyediakan penyediaan persediaan tersedia ketersediaan disediakan
sedikit: dikit dikitan
segar: seger
sehat: kesehatan menyehatkan
sekarang: skrg
sekolah: sekolah bersekolah disekolahkan
seks: seksual seksualitas
selamat: penyelamatan menyelamatkan keselamatan
selamatan: selamatan slametan
selesai: selesai menyelesaikan diselesaikan penyelesaian
sembahyang: sembayang
sembarang: sembarangan
sembuh: penyembuhan menyembuhkan kesembuhan
sembunyi: menyembunyikan tersembunyi
senang: seneng
seperti: spt kayak kek kyk
sering: sering seringkali
sesal: nyesel menyesal penyesalan
sesuai: sesuai menyesuaikan disesuaikan penyesuaian
setara: kesetaraan penyetaraan
setelah: stlh sesudah
setir: menyetir
setuju: persetujuan menyetujui disetujui penyetujuan
siap: persiapan
siapa: sapa
sila: silahkan silakan
simpan: simpen nyimpen
sosialisasi: mensosialisasikan menyosialisasikan bersosialisasi
stres: setres stress
sudah: sdh udah udh dah telah
susu: menyusui disusui
taat: mentaati menaati
tahu: mengetahui pengetahuan diketahui ketahuan ketahui
tahun: thn
tambah: nambah
tampar: nampar
tangan: menangani penanganan ditangani menanganinya
tanggal: tgl
tanggung: mempertanggungjawabkan tanggungjawab bertanggungjawab pertanggungjawaban nanggung
tangis: menangis nangis tangisan
tanya: menanyakan bertanya pertanyaan ditanyakan ditanya penanya penanyanya
tarawih: teraweh taraweh
taruh: taro tarok naro naruh
tauhid: tauhid
tawa: mentertawakan menertawakan tertawa ketawa ditertawakan
telantar: terlantar diterlantarkan
telepon: telpon tilpon menelpon menelepon nelpon nelepon telfon tlp tlpn telp nelp telpn
teman: menemani ditemani nemenin temenin temen temani
temu: bertemu ketemu ketemuan pertemuan menemui menemukan ditemukan ditemui
tendang: nendang
terampil: keterampilan ketrampilan
terang: penerangan menerangkan keterangan diterangkan
terap: menerapkan penerapan diterapkan
terapeutik: terapeutik
terapi: terapi diterapi terapis
terdiri: terdiri
terhadap: terhadap
terimakasih: terimakasih
tidak: ga gak nggak enggak ngga tak tdk gk kagak ndak gausah
tinggal: tinggal meninggalkan ditinggal peninggalan
tugas: petugas bertugas penugasan
ubah: merubah dirubah rubah robah mengubah berubah perubahan
untuk: utk tuk
urine: urine urin
urus: pengurus kepengurusan
utang: hutang berhutang
"""

_STOP_WORDS = """
ada adakah adalah adanya agar aja akan aku anda antara apa apa-apa apabila apakah arti artinya atau bagaimana bagi
banyak begini begitu belum berapa bgmn biar bila bilamana bisa bisakah blm boleh bolehkah buat bukan cara caranya
contoh dalam dan dapat dapatkah dapatkan dari deh dengan dgn di dia dimana dlm dong dr enggak ga gak gimana gitu gmn
hal halaman hanya harus haruskah hingga ia ialah ingin ini itu jadi jelaskan jg jika juga kah kalau kalo kami kamu
kapan karena ke kemana kembali kenapa ketika kita klo kok krn lagi lah lebih maka maksud maksudnya mana masih mau
mengapa menjadi mereka mohon namun ngga nggak nih nya oleh pada paling panduan para pd pengen pengin penjelasan perlu
perlukah pingin pun saat saja sama sambil sampai sang sangat saya sdh sebab sebagai sebaiknya sebelum seberapa sebuah
secara sedang seharusnya sekali selama semua seorang seperti sesuatu sesudah setelah setiap si siapa sih suatu sudah
supaya tak tanpa tapi tcguide tdk telah tentang terhadap tersebut tetapi tiap tidak tolong tuh untuk utk ya yah yang
yg udah udh dah gue gua gw lo lu elu doi ama sm doang mulu kayak kek bgt emang gini ntar mo lho loh pas abis lg krna
gara-gara gegara beneran banget bersama skrg trus terus kok brp jd trs tp sblm stlh spt dg jgn bs pngen pgn pgen
pngn crnya cr sy kpn ttg hrs dpt bkn jangan senin selasa rabu kamis januari februari maret april mei juni juli september oktober
november desember
"""

_WEAK = """
residen orang rumah kegiatan sesi program staf petugas masalah sulit susah penting baik baru lama besar kecil buat
beri laku kerja lihat minta punya jalan datang hadap tangan atasi urus ikut mulai guna jenis macam proses tata
kondisi situasi soal urusan hadapi tentu aturan khusus umum benar salah langkah tips strategi metode teknik bentuk
dua tiga empat lima enam tujuh delapan sembilan sepuluh puluh besok nanti tadi sekarang kemarin nama terus banget
sabtu siang sore
"""

ROOTS = frozenset(_ROOTS.split())
EXCEPTIONS = {
    word: line.split(":")[0] for line in _EXCEPTIONS.strip().split("\n") for word in line.split(":")[1].split()
}
"""Word → its root, where no rule finds it."""
STOP_WORDS = frozenset(_STOP_WORDS.split())
WEAK = frozenset(_WEAK.split())
"""Words of so many meanings that they should decide nothing where others stand beside them."""
