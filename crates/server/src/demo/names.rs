//! What made-up people are called, in their own letters and in Latin ones.

use super::dice::Dice;
use super::places::Culture;

type Names = &'static [(&'static str, &'static str)];

const ARAB_FIRST: Names = &[
    ("محمد", "Mohammed"),
    ("أحمد", "Ahmed"),
    ("عبدالله", "Abdullah"),
    ("عبدالرحمن", "Abdulrahman"),
    ("خالد", "Khalid"),
    ("فيصل", "Faisal"),
    ("سعود", "Saud"),
    ("تركي", "Turki"),
    ("عمر", "Omar"),
    ("علي", "Ali"),
    ("حسن", "Hassan"),
    ("حسين", "Hussein"),
    ("يوسف", "Youssef"),
    ("إبراهيم", "Ibrahim"),
    ("مصطفى", "Mustafa"),
    ("طارق", "Tariq"),
    ("زياد", "Ziad"),
    ("كريم", "Karim"),
    ("ماجد", "Majid"),
    ("بندر", "Bandar"),
    ("نايف", "Nayef"),
    ("راشد", "Rashid"),
    ("سلطان", "Sultan"),
    ("هشام", "Hisham"),
    ("فاطمة", "Fatima"),
    ("نورة", "Noura"),
    ("سارة", "Sara"),
    ("مريم", "Maryam"),
    ("عائشة", "Aisha"),
    ("هند", "Hind"),
    ("ريم", "Reem"),
    ("لينا", "Lina"),
    ("دانة", "Dana"),
    ("منى", "Mona"),
    ("هدى", "Huda"),
    ("ليلى", "Layla"),
    ("سلمى", "Salma"),
    ("جواهر", "Jawaher"),
    ("العنود", "Alanoud"),
    ("شيماء", "Shaimaa"),
    ("ياسمين", "Yasmin"),
    ("رنا", "Rana"),
    ("أسماء", "Asma"),
    ("خديجة", "Khadija"),
    ("زينب", "Zainab"),
    ("آمنة", "Amna"),
    ("غادة", "Ghada"),
    ("وفاء", "Wafa"),
];

const ARAB_LAST: Names = &[
    ("العتيبي", "Al-Otaibi"),
    ("القحطاني", "Al-Qahtani"),
    ("الغامدي", "Al-Ghamdi"),
    ("الحربي", "Al-Harbi"),
    ("الزهراني", "Al-Zahrani"),
    ("الشمري", "Al-Shammari"),
    ("الدوسري", "Al-Dosari"),
    ("المطيري", "Al-Mutairi"),
    ("السبيعي", "Al-Subaie"),
    ("الشهري", "Al-Shehri"),
    ("العمري", "Al-Omari"),
    ("الأنصاري", "Al-Ansari"),
    ("الهاشمي", "Al-Hashimi"),
    ("المنصوري", "Al-Mansoori"),
    ("الكعبي", "Al-Kaabi"),
    ("النعيمي", "Al-Nuaimi"),
    ("السيد", "El-Sayed"),
    ("عبد الفتاح", "Abdel Fattah"),
    ("الشريف", "El-Sherif"),
    ("منصور", "Mansour"),
    ("حداد", "Haddad"),
    ("خوري", "Khoury"),
    ("النجار", "Al-Najjar"),
    ("الخطيب", "Al-Khatib"),
    ("العنزي", "Al-Anazi"),
    ("الرشيدي", "Al-Rashidi"),
    ("الصباح", "Al-Sabah"),
    ("بناني", "Bennani"),
    ("العلوي", "Alaoui"),
    ("التازي", "Tazi"),
    ("المصري", "Al-Masri"),
    ("الفيصل", "Al-Faisal"),
    ("باوزير", "Bawazeer"),
    ("الجهني", "Al-Juhani"),
    ("العسيري", "Al-Asiri"),
    ("الخالدي", "Al-Khalidi"),
];

const ENGLISH_FIRST: Names = &[
    ("James", "James"),
    ("Olivia", "Olivia"),
    ("Noah", "Noah"),
    ("Emma", "Emma"),
    ("Liam", "Liam"),
    ("Ava", "Ava"),
    ("William", "William"),
    ("Sophia", "Sophia"),
    ("Jack", "Jack"),
    ("Grace", "Grace"),
    ("Oliver", "Oliver"),
    ("Zoë", "Zoe"),
    ("Ethan", "Ethan"),
    ("Chloe", "Chloe"),
    ("Daniel", "Daniel"),
    ("Siobhán", "Siobhan"),
    ("Michael", "Michael"),
    ("Hannah", "Hannah"),
    ("Aisha", "Aisha"),
    ("Ryan", "Ryan"),
];

const ENGLISH_LAST: Names = &[
    ("Smith", "Smith"),
    ("Johnson", "Johnson"),
    ("O'Connor", "OConnor"),
    ("Brown", "Brown"),
    ("Taylor", "Taylor"),
    ("Wilson", "Wilson"),
    ("Davies", "Davies"),
    ("Evans", "Evans"),
    ("Walker", "Walker"),
    ("Hughes", "Hughes"),
    ("Green", "Green"),
    ("Hall", "Hall"),
    ("Clarke", "Clarke"),
    ("Khan", "Khan"),
    ("Patel", "Patel"),
    ("Nguyen", "Nguyen"),
];

const GERMAN_FIRST: Names = &[
    ("Lukas", "Lukas"),
    ("Anna", "Anna"),
    ("Jörg", "Joerg"),
    ("Käthe", "Kaethe"),
    ("Maximilian", "Maximilian"),
    ("Sophie", "Sophie"),
    ("Jürgen", "Juergen"),
    ("Mia", "Mia"),
    ("Paul", "Paul"),
    ("Lena", "Lena"),
    ("Björn", "Bjoern"),
    ("Katharina", "Katharina"),
    ("Emine", "Emine"),
    ("Mehmet", "Mehmet"),
];

const GERMAN_LAST: Names = &[
    ("Müller", "Mueller"),
    ("Schmidt", "Schmidt"),
    ("Schröder", "Schroeder"),
    ("Weiß", "Weiss"),
    ("Fischer", "Fischer"),
    ("Weber", "Weber"),
    ("Krüger", "Krueger"),
    ("Wagner", "Wagner"),
    ("Yılmaz", "Yilmaz"),
    ("Hoffmann", "Hoffmann"),
    ("Groß", "Gross"),
    ("Bauer", "Bauer"),
];

const INDIAN_FIRST: Names = &[
    ("Aarav", "Aarav"),
    ("Priya", "Priya"),
    ("Rahul", "Rahul"),
    ("Ananya", "Ananya"),
    ("Vikram", "Vikram"),
    ("Lakshmi", "Lakshmi"),
    ("Arjun", "Arjun"),
    ("Meera", "Meera"),
    ("अमित", "Amit"),
    ("सुनीता", "Sunita"),
    ("Fathima", "Fathima"),
    ("Imran", "Imran"),
    ("Deepika", "Deepika"),
    ("Suresh", "Suresh"),
];

const INDIAN_LAST: Names = &[
    ("Sharma", "Sharma"),
    ("Nair", "Nair"),
    ("Reddy", "Reddy"),
    ("Iyer", "Iyer"),
    ("Gupta", "Gupta"),
    ("Singh", "Singh"),
    ("Menon", "Menon"),
    ("शर्मा", "Sharma"),
    ("Patel", "Patel"),
    ("Mohammed", "Mohammed"),
    ("Thomas", "Thomas"),
    ("Das", "Das"),
];

const IBERIAN_FIRST: Names = &[
    ("João", "Joao"),
    ("María", "Maria"),
    ("José", "Jose"),
    ("Ana", "Ana"),
    ("Luís", "Luis"),
    ("Beatriz", "Beatriz"),
    ("Sofía", "Sofia"),
    ("Mateus", "Mateus"),
    ("Andrés", "Andres"),
    ("Fernanda", "Fernanda"),
    ("Inês", "Ines"),
    ("Guillermo", "Guillermo"),
    ("Letícia", "Leticia"),
    ("Iñaki", "Inaki"),
];

const IBERIAN_LAST: Names = &[
    ("Silva", "Silva"),
    ("García", "Garcia"),
    ("Santos", "Santos"),
    ("Hernández", "Hernandez"),
    ("Oliveira", "Oliveira"),
    ("Muñoz", "Munoz"),
    ("Gonçalves", "Goncalves"),
    ("Martínez", "Martinez"),
    ("Araújo", "Araujo"),
    ("Ramírez", "Ramirez"),
    ("Pérez", "Perez"),
    ("Conceição", "Conceicao"),
];

/// What people put behind their name in WhatsApp.
const FLOURISHES: &[&str] = &["🌸", "✨", "❤️", "🇸🇦", "🌙", "💫", "☕️", "🦅", "🌹", "👨‍👩‍👧"];

/// Somebody's name.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// In their own letters.
    pub(super) own: String,
    /// In Latin letters without accents, for addresses.
    first: &'static str,
    last: &'static str,
    /// Whether they write it in Arabic letters.
    pub(super) is_arabic: bool,
}

impl Name {
    pub(super) fn of(culture: Culture, dice: &mut Dice) -> Self {
        let (firsts, lasts) = match culture {
            Culture::Arab => (ARAB_FIRST, ARAB_LAST),
            Culture::English => (ENGLISH_FIRST, ENGLISH_LAST),
            Culture::German => (GERMAN_FIRST, GERMAN_LAST),
            Culture::Indian => (INDIAN_FIRST, INDIAN_LAST),
            Culture::Iberian => (IBERIAN_FIRST, IBERIAN_LAST),
        };
        let (first, last) = (dice.pick(firsts), dice.pick(lasts));
        // A fifth of the Arabs writes in Latin letters, and people of everywhere leave the family out.
        let is_arabic = culture == Culture::Arab && dice.chance(80.0);
        let letters = |name: &(&'static str, &'static str)| match culture {
            Culture::Arab if !is_arabic => name.1,
            _ => name.0,
        };
        let mut own = letters(first).to_owned();
        match (culture, dice.below(100)) {
            (_, ..8) => {}
            (Culture::Arab, 8..20) => {
                let father = dice.pick(&ARAB_FIRST[..24]);
                own = format!("{own} {} {}", letters(father), letters(last));
            }
            (Culture::Arab, 20..24) => {
                let child = letters(first);
                own = if is_arabic {
                    format!("أبو {child}")
                } else {
                    format!("Abu {child}")
                };
            }
            _ => own = format!("{own} {}", letters(last)),
        }
        Self {
            own,
            first: first.1,
            last: last.1,
            is_arabic,
        }
    }

    /// How they call themselves in WhatsApp: often otherwise than in a shop's records.
    pub(super) fn profile(&self, dice: &mut Dice) -> String {
        match dice.below(100) {
            ..12 => format!("{} {}", self.own, dice.pick(FLOURISHES)),
            12..20 => self.first.to_owned(),
            _ => self.own.clone(),
        }
    }

    /// An email address that somebody of this name might have.
    pub(super) fn email(&self, dice: &mut Dice) -> String {
        let host = dice.weighted(&[
            ("gmail.com", 55),
            ("hotmail.com", 15),
            ("outlook.com", 10),
            ("icloud.com", 8),
            ("yahoo.com", 6),
            ("example.com", 6),
        ]);
        let (first, last) = (letters_only(self.first), letters_only(self.last));
        let number = dice.below(10_000);
        match dice.below(4) {
            0 => format!("{first}.{last}@{host}"),
            1 => format!("{first}.{last}{number}@{host}"),
            2 => format!("{first}{number}@{host}"),
            _ => format!("{}{last}{}@{host}", &first[..1], number % 100),
        }
    }

    /// A WhatsApp username.
    pub(super) fn username(&self, dice: &mut Dice) -> String {
        let (first, last) = (letters_only(self.first), letters_only(self.last));
        let number = dice.below(100_000);
        match dice.below(3) {
            0 => format!("{first}.{last}{number}"),
            1 => format!("{first}_{number}"),
            _ => format!("{last}.{number}"),
        }
    }
}

fn letters_only(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphabetic);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}
