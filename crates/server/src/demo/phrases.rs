//! What made-up customers and their shops write.

/// From customers, in Arabic.
pub(super) const ARABIC_IN: &[&str] = &[
    "السلام عليكم",
    "هل المنتج متوفر؟",
    "كم السعر لو سمحت؟",
    "متى يوصل الطلب؟",
    "شكراً جزيلاً 🌹",
    "أبغى أغير العنوان",
    "وصلني الطلب ناقص 😕",
    "ممكن صورة للمنتج؟",
    "تمام، أعتمد الطلب",
    "عندكم توصيل لجدة؟",
    "أرسل الموقع الآن",
    "كم رسوم التوصيل؟",
    "هل يوجد مقاس أكبر؟",
    "الله يعطيك العافية",
    "بكم القهوة المختصة؟ ☕️",
    "رقم الطلب ٤٥٢٣١",
    "ما وصلني رد من أمس",
    "ابغى استرجع المنتج",
    "هل عليه ضمان؟",
    "👍",
    "❤️❤️",
    "نعم",
    "لا شكراً",
    "مساء الخير، عندي استفسار بخصوص الفاتورة الأخيرة لأن المبلغ المخصوم أعلى من المبلغ المتفق عليه",
];

/// From customers, in English and other languages.
pub(super) const LATIN_IN: &[&str] = &[
    "Hi!",
    "Is this still available?",
    "How much is it?",
    "When will my order arrive?",
    "Thank you so much 🙏",
    "Can I change the delivery address?",
    "The package arrived damaged 😞",
    "Do you ship to Germany?",
    "Ok, perfect",
    "My order number is 45231",
    "Could you send me a picture?",
    "I'd like to return an item",
    "yes",
    "no thanks",
    "👍",
    "What are your opening hours?",
    "Bonjour, est-ce disponible ?",
    "¿Cuánto cuesta el envío?",
    "Olá, bom dia!",
    "Guten Tag, wann kommt meine Bestellung?",
    "Any discount for wholesale? We need about 200 pieces every month.",
    "I still haven't heard back since yesterday, could somebody please look into this? It's the third time I ask.",
];

/// From the shop, in Arabic.
pub(super) const ARABIC_OUT: &[&str] = &[
    "وعليكم السلام، حياك الله! كيف نقدر نخدمك؟",
    "نعم متوفر، كم حبة تحتاج؟",
    "السعر ١٢٠ ريال شامل الضريبة",
    "سيصلك الطلب خلال يومين إن شاء الله 🚚",
    "تم تحديث العنوان ✅",
    "نعتذر منك، سنرسل لك القطعة الناقصة اليوم",
    "تفضل الصورة",
    "تم تأكيد طلبك، شكراً لك 🌟",
    "التوصيل مجاني للطلبات فوق ٢٠٠ ريال",
    "ممكن رقم الطلب لو سمحت؟",
    "العفو، سعدنا بخدمتك",
    "نعم، عليه ضمان سنتين",
];

/// From the shop, in English.
pub(super) const LATIN_OUT: &[&str] = &[
    "Hello! How can we help you today?",
    "Yes, it is. How many would you like?",
    "It's $32 including tax",
    "Your order will arrive within two days 🚚",
    "Done, the address is updated ✅",
    "We're sorry! A replacement leaves today",
    "Here is a picture",
    "Your order is confirmed, thank you 🌟",
    "Delivery is free above $50",
    "Could you tell me the order number?",
    "You're welcome!",
    "Yes, with a two-year warranty",
];

/// Templates: name, category, in Arabic, in English.
pub(super) const TEMPLATES: &[(&str, &str, &str, &str)] = &[
    (
        "season_sale",
        "MARKETING",
        "تخفيضات الموسم بدأت! خصم يصل إلى ٤٠٪ 🎉",
        "The season sale is on: up to 40% off 🎉",
    ),
    (
        "new_arrivals",
        "MARKETING",
        "وصل حديثاً: محاصيل إثيوبية جديدة ☕️",
        "New arrivals: fresh Ethiopian coffees ☕️",
    ),
    (
        "order_shipped",
        "UTILITY",
        "تم شحن طلبك، رقم التتبع ٨٨٤٥٢١",
        "Your order has been shipped, tracking number 884521",
    ),
    (
        "appointment_reminder",
        "UTILITY",
        "تذكير بموعدك غداً الساعة ٥ مساءً",
        "A reminder of your appointment tomorrow at 5 pm",
    ),
];

/// What people react with.
pub(super) const REACTIONS: &[&str] = &["👍", "❤️", "😂", "🙏", "😮", "🌹"];

/// How people opt out: in Arabic, in English.
pub(super) const OPT_OUTS: &[(&str, &str)] = &[
    ("إلغاء الاشتراك", "STOP"),
    ("الغاء", "unsubscribe"),
    ("توقف", "Stop"),
];

/// Captions of pictures: in Arabic, in English.
pub(super) const CAPTIONS: &[(&str, &str)] = &[
    ("هذا اللي وصلني", "This is what I received"),
    ("مثل هذا", "Something like this"),
    ("الفاتورة", "The invoice"),
];

/// Files people send.
pub(super) const FILES: &[&str] = &[
    "فاتورة.pdf",
    "invoice-2026-114.pdf",
    "عقد التوريد.docx",
    "order.xlsx",
];

/// Places people send: name, address, latitude, longitude.
pub(super) const PLACES: &[(&str, &str, f64, f64)] = &[
    ("المنزل", "حي الملقا، الرياض", 24.8112, 46.6137),
    ("Office", "Sheikh Zayed Rd, Dubai", 25.2048, 55.2708),
    ("كورنيش جدة", "طريق الكورنيش، جدة", 21.6031, 39.1047),
];
