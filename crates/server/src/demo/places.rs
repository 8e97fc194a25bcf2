//! Where made-up people live: their numbers, cities and languages.

/// Which names and phrases people there use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Culture {
    Arab,
    English,
    German,
    Indian,
    Iberian,
}

/// A country, as far as its people's records need it.
#[derive(Debug)]
pub(super) struct Country {
    /// ISO 3166-1 alpha-2.
    pub(super) code: &'static str,
    pub(super) culture: Culture,
    /// Patterns of mobile numbers with their country code, see [`super::dice::Dice::digits`].
    pub(super) mobiles: &'static [&'static str],
    /// Cities, the large ones first, as they are written there and in Latin letters.
    pub(super) cities: &'static [(&'static str, &'static str)],
    /// Languages (BCP 47) and how many in a hundred prefer them.
    pub(super) languages: &'static [(&'static str, u32)],
}

/// The countries, and how many people in a thousand live there.
pub(super) const COUNTRIES: &[(Country, u32)] = &[
    (
        Country {
            code: "SA",
            culture: Culture::Arab,
            mobiles: &[
                "96650#######",
                "96653#######",
                "96654#######",
                "96655#######",
                "96656#######",
                "96658#######",
                "96659#######",
            ],
            cities: &[
                ("الرياض", "Riyadh"),
                ("جدة", "Jeddah"),
                ("مكة المكرمة", "Makkah"),
                ("المدينة المنورة", "Madinah"),
                ("الدمام", "Dammam"),
                ("الخبر", "Khobar"),
                ("الطائف", "Taif"),
                ("أبها", "Abha"),
            ],
            languages: &[("ar", 88), ("en", 9), ("ur", 3)],
        },
        370,
    ),
    (
        Country {
            code: "AE",
            culture: Culture::Arab,
            mobiles: &[
                "97150#######",
                "97152#######",
                "97154#######",
                "97155#######",
                "97156#######",
                "97158#######",
            ],
            cities: &[
                ("دبي", "Dubai"),
                ("أبوظبي", "Abu Dhabi"),
                ("الشارقة", "Sharjah"),
                ("العين", "Al Ain"),
                ("عجمان", "Ajman"),
            ],
            languages: &[("ar", 60), ("en", 40)],
        },
        150,
    ),
    (
        Country {
            code: "EG",
            culture: Culture::Arab,
            mobiles: &[
                "2010########",
                "2011########",
                "2012########",
                "2015########",
            ],
            cities: &[
                ("القاهرة", "Cairo"),
                ("الإسكندرية", "Alexandria"),
                ("الجيزة", "Giza"),
                ("المنصورة", "Mansoura"),
                ("طنطا", "Tanta"),
                ("أسيوط", "Asyut"),
            ],
            languages: &[("ar", 95), ("en", 5)],
        },
        150,
    ),
    (
        Country {
            code: "JO",
            culture: Culture::Arab,
            mobiles: &[
                "96279#######",
                "962772######",
                "962775######",
                "962778######",
                "962785######",
            ],
            cities: &[
                ("عمّان", "Amman"),
                ("الزرقاء", "Zarqa"),
                ("إربد", "Irbid"),
                ("العقبة", "Aqaba"),
            ],
            languages: &[("ar", 92), ("en", 8)],
        },
        50,
    ),
    (
        Country {
            code: "KW",
            culture: Culture::Arab,
            mobiles: &[
                "96550######",
                "96555######",
                "96566######",
                "96597######",
                "96599######",
            ],
            cities: &[
                ("مدينة الكويت", "Kuwait City"),
                ("حولي", "Hawally"),
                ("السالمية", "Salmiya"),
                ("الجهراء", "Jahra"),
            ],
            languages: &[("ar", 90), ("en", 10)],
        },
        50,
    ),
    (
        Country {
            code: "MA",
            culture: Culture::Arab,
            mobiles: &[
                "21261#######",
                "21262#######",
                "21266#######",
                "21267#######",
            ],
            cities: &[
                ("الدار البيضاء", "Casablanca"),
                ("الرباط", "Rabat"),
                ("فاس", "Fes"),
                ("مراكش", "Marrakesh"),
                ("طنجة", "Tangier"),
            ],
            languages: &[("ar", 75), ("fr", 25)],
        },
        40,
    ),
    (
        Country {
            code: "IN",
            culture: Culture::Indian,
            mobiles: &[
                "9198########",
                "9199########",
                "9190########",
                "9188########",
                "9170########",
            ],
            cities: &[
                ("Mumbai", "Mumbai"),
                ("Delhi", "Delhi"),
                ("Bengaluru", "Bengaluru"),
                ("Hyderabad", "Hyderabad"),
                ("Kochi", "Kochi"),
            ],
            languages: &[("en", 60), ("hi", 30), ("ml", 10)],
        },
        60,
    ),
    (
        Country {
            code: "BR",
            culture: Culture::Iberian,
            mobiles: &[
                "55119M#######",
                "55219M#######",
                "55319M#######",
                "55719M#######",
            ],
            cities: &[
                ("São Paulo", "Sao Paulo"),
                ("Rio de Janeiro", "Rio de Janeiro"),
                ("Belo Horizonte", "Belo Horizonte"),
                ("Salvador", "Salvador"),
            ],
            languages: &[("pt-BR", 100)],
        },
        40,
    ),
    (
        Country {
            code: "MX",
            culture: Culture::Iberian,
            mobiles: &["5255N#######", "5233N#######", "5281N#######"],
            cities: &[
                ("Ciudad de México", "Mexico City"),
                ("Guadalajara", "Guadalajara"),
                ("Monterrey", "Monterrey"),
            ],
            languages: &[("es-MX", 100)],
        },
        25,
    ),
    (
        Country {
            code: "DE",
            culture: Culture::German,
            mobiles: &[
                "49151########",
                "49160#######",
                "49170#######",
                "49171#######",
                "49176########",
            ],
            cities: &[
                ("Berlin", "Berlin"),
                ("München", "Munich"),
                ("Köln", "Cologne"),
                ("Hamburg", "Hamburg"),
            ],
            languages: &[("de", 95), ("en", 5)],
        },
        20,
    ),
    (
        Country {
            code: "GB",
            culture: Culture::English,
            mobiles: &[
                "44771#######",
                "44773#######",
                "44774#######",
                "44784#######",
            ],
            cities: &[
                ("London", "London"),
                ("Manchester", "Manchester"),
                ("Birmingham", "Birmingham"),
                ("Leeds", "Leeds"),
            ],
            languages: &[("en-GB", 95), ("ar", 5)],
        },
        25,
    ),
    (
        Country {
            code: "US",
            culture: Culture::English,
            mobiles: &[
                "1212N######",
                "1310N######",
                "1415N######",
                "1512N######",
                "1646N######",
                "1713N######",
                "1917N######",
            ],
            cities: &[
                ("New York", "New York"),
                ("Houston", "Houston"),
                ("Los Angeles", "Los Angeles"),
                ("Austin", "Austin"),
                ("San Francisco", "San Francisco"),
            ],
            languages: &[("en", 90), ("es", 10)],
        },
        20,
    ),
];
