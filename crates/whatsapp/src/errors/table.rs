//! The table of codes, in order.
//!
//! From Meta's published list, with what client projects have seen besides. The words are ours.

use super::{ErrorInfo, Retry};

/// What is said about a code that is not in the table.
pub(super) static UNKNOWN: ErrorInfo = ErrorInfo {
    codes: i64::MIN..=i64::MAX,
    retry: Retry::No,
    english: "WhatsApp did not carry this out. See the details, and ask an admin if it happens again.",
    arabic: "لم ينفّذ واتساب هذا الإجراء. راجع التفاصيل، وأبلغ المسؤول إذا تكرر ذلك.",
};

/// One row per code, or per range of codes that mean the same to an agent.
macro_rules! errors {
    ($($first:literal $(..= $last:literal)? $retry:ident $english:literal $arabic:literal)*) => {
        /// Ascending and without overlaps, so that it can be searched by halves.
        pub(super) static ERRORS: &[ErrorInfo] = &[$(ErrorInfo {
            codes: $first..=errors!(@last $first $($last)?),
            retry: Retry::$retry,
            english: $english,
            arabic: $arabic,
        },)*];
    };
    (@last $first:literal) => { $first };
    (@last $first:literal $last:literal) => { $last };
}

errors! {
    0 No
        "WhatsApp no longer accepts this account's access token. Ask an admin to reconnect the account."
        "لم يعد واتساب يقبل رمز الوصول لهذا الحساب. اطلب من المسؤول إعادة ربط الحساب."
    1 Yes
        "WhatsApp had a temporary problem. It will be tried again."
        "حدثت مشكلة مؤقتة في واتساب، وستُعاد المحاولة تلقائيًا."
    2 Yes
        "WhatsApp is busy or down at the moment. It will be tried again."
        "خدمة واتساب مشغولة أو متوقفة حاليًا، وستُعاد المحاولة تلقائيًا."
    3 No
        "The Meta app lacks a permission for this. Ask an admin to check the app's permissions."
        "لا يملك تطبيق ميتا الصلاحية اللازمة لهذا الإجراء. اطلب من المسؤول مراجعة صلاحيات التطبيق."
    4 Yes
        "Too many requests in a short time. Sending goes on more slowly."
        "عدد الطلبات كبير خلال وقت قصير، وسيستمر الإرسال بوتيرة أبطأ."
    10 No
        "A permission for this account is missing or was removed. Ask an admin to restore it."
        "إحدى صلاحيات هذا الحساب غير موجودة أو أُلغيت. اطلب من المسؤول استعادتها."
    33 No
        "This WhatsApp number no longer exists or its id is wrong. Ask an admin to check the account."
        "رقم واتساب هذا لم يعد موجودًا أو أن معرّفه غير صحيح. اطلب من المسؤول مراجعة إعدادات الحساب."
    100 No
        "WhatsApp did not accept part of this message. See the details and correct it."
        "لم يقبل واتساب جزءًا من هذه الرسالة. راجع التفاصيل وصحّحها."
    190 No
        "The access token has expired or was revoked. Ask an admin to renew it; nothing can be sent until then."
        "انتهت صلاحية رمز الوصول أو أُلغي. اطلب من المسؤول تجديده، فلن يُرسل شيء قبل ذلك."
    200..=299 No
        "This account may not do that. Ask an admin to check its permissions at Meta."
        "لا يُسمح لهذا الحساب بهذا الإجراء. اطلب من المسؤول مراجعة الصلاحيات لدى ميتا."
    368 Later
        "Meta has restricted this account for a while for breaking its policies. Ask an admin to look at the account's status."
        "قيّدت ميتا هذا الحساب مؤقتًا لمخالفته سياساتها. اطلب من المسؤول الاطلاع على حالة الحساب."
    80_007 Yes
        "This account has reached its limit of requests. It will be tried again in a few minutes."
        "بلغ هذا الحساب الحد المسموح من الطلبات، وستُعاد المحاولة خلال دقائق."
    130_429 Yes
        "Too many messages at once. This one is waiting and will be sent."
        "عدد الرسائل كبير في اللحظة نفسها. هذه الرسالة في الانتظار وستُرسل قريبًا."
    130_472 No
        "Meta chose not to deliver this marketing message because the person is part of an experiment. Nothing was charged."
        "قررت ميتا عدم تسليم هذه الرسالة التسويقية لأن العميل ضمن تجربة تجريها، ولم تُحتسب أي تكلفة."
    130_497 No
        "This account may not write to people in this country."
        "لا يُسمح لهذا الحساب بمراسلة العملاء في هذا البلد."
    130_501 No
        "Somebody sent a kind of group message that WhatsApp does not hand on. Open it on a phone."
        "وصلت رسالة في المجموعة من نوع لا يتيحه واتساب هنا. يمكن عرضها من الهاتف."
    131_000 Yes
        "WhatsApp could not send this for an unknown reason. It will be tried again."
        "تعذّر على واتساب إرسال الرسالة لسبب غير معروف، وستُعاد المحاولة تلقائيًا."
    131_005 No
        "WhatsApp denied access. Ask an admin to check the permissions of the account's token."
        "رفض واتساب الوصول. اطلب من المسؤول مراجعة صلاحيات رمز الوصول."
    131_008 No
        "Something required is missing from this message. See the details and complete it."
        "تنقص هذه الرسالة معلومة مطلوبة. راجع التفاصيل وأكملها."
    131_009 No
        "A value in this message is not valid, or the message it refers to is too old or gone. See the details."
        "إحدى القيم في هذه الرسالة غير صالحة، أو أن الرسالة المشار إليها قديمة أو محذوفة. راجع التفاصيل."
    131_014 Later
        "WhatsApp could not fetch the file from its link. Check the link and send it again."
        "تعذّر على واتساب تحميل الملف من الرابط. تحقق من الرابط ثم أعد الإرسال."
    131_016 Yes
        "A part of WhatsApp is down at the moment. It will be tried again."
        "إحدى خدمات واتساب متوقفة حاليًا، وستُعاد المحاولة تلقائيًا."
    131_020 No
        "This group can no longer be used."
        "لم يعد بالإمكان استخدام هذه المجموعة."
    131_021 No
        "A number cannot write to itself. Choose another recipient."
        "لا يمكن للرقم مراسلة نفسه. اختر مستلمًا آخر."
    131_026 No
        "This message cannot be delivered. The number may not be on WhatsApp, or the app may be out of date; try to reach the person another way."
        "تعذّر تسليم الرسالة. قد لا يكون الرقم مسجلًا في واتساب أو قد يكون التطبيق قديمًا؛ جرّب التواصل مع العميل بطريقة أخرى."
    131_030 No
        "A test number can only write to numbers on its list. Add this number to the list at Meta, or use a real number."
        "لا يراسل الرقم التجريبي إلا الأرقام المضافة إلى قائمته. أضف هذا الرقم إلى القائمة لدى ميتا أو استخدم رقمًا فعليًا."
    131_031 No
        "Meta has locked this account, or its PIN or data do not match. Ask an admin to look at it."
        "أقفلت ميتا هذا الحساب، أو أن الرقم السري أو البيانات غير متطابقة. اطلب من المسؤول مراجعته."
    131_036 No
        "The customer's phone could not read this message in time. Send it anew if it still matters."
        "لم يتمكن هاتف العميل من قراءة الرسالة في الوقت المحدد. أرسلها من جديد إذا كانت لا تزال مهمة."
    131_037 No
        "Meta has not approved the display name of this number yet. Ask an admin to look at it."
        "لم توافق ميتا بعد على الاسم المعروض لهذا الرقم. اطلب من المسؤول مراجعته."
    131_041 No
        "WhatsApp does not know this group. It may have been deleted."
        "لا يعرف واتساب هذه المجموعة، وربما حُذفت."
    131_042 No
        "There is a problem with paying for messages. Ask an admin to check the billing at Meta."
        "توجد مشكلة في سداد تكلفة الرسائل. اطلب من المسؤول مراجعة الفوترة لدى ميتا."
    131_044 No
        "There is a problem with paying for calls. Ask an admin to check the billing at Meta."
        "توجد مشكلة في سداد تكلفة المكالمات. اطلب من المسؤول مراجعة الفوترة لدى ميتا."
    131_045 No
        "This number is not fully registered with WhatsApp. Ask an admin to register it."
        "لم يكتمل تسجيل هذا الرقم في واتساب. اطلب من المسؤول تسجيله."
    131_047 No
        "More than 24 hours have passed since the customer last wrote. Send a template instead."
        "مضى أكثر من 24 ساعة على آخر رسالة من العميل. استخدم قالبًا بدلًا من ذلك."
    131_048 Later
        "This number is restricted because people blocked or reported it. Pause campaigns and improve their quality first."
        "هذا الرقم مقيّد لأن بعض المستلمين حظروه أو أبلغوا عنه. أوقف الحملات مؤقتًا وحسّن جودتها أولًا."
    131_049 Later
        "Meta held this marketing message back, as the person receives enough of them for now. Try again in a few days, not sooner than tomorrow."
        "حجبت ميتا هذه الرسالة التسويقية لأن العميل تلقى ما يكفي منها حاليًا. أعد المحاولة بعد أيام، وليس قبل الغد."
    131_050 No
        "The customer has stopped marketing messages from this business. Only service and utility messages may be sent."
        "أوقف العميل استقبال الرسائل التسويقية من هذا النشاط. يمكن إرسال رسائل الخدمة والإشعارات فقط."
    131_051 No
        "WhatsApp does not support this kind of message here."
        "لا يدعم واتساب هذا النوع من الرسائل هنا."
    131_052 No
        "The customer's file could not be fetched from WhatsApp. Ask for it again or another way."
        "تعذّر تحميل ملف العميل من واتساب. اطلب منه إعادة إرساله أو استخدام طريقة أخرى."
    131_053 No
        "WhatsApp could not process the file. Check its type and size, see the details, and send another."
        "تعذّرت معالجة الملف في واتساب. تحقق من نوعه وحجمه وراجع التفاصيل ثم أرسل ملفًا آخر."
    131_055 No
        "Only marketing templates can be sent in this way. Choose a marketing template or the ordinary way."
        "لا تُرسل بهذه الطريقة إلا القوالب التسويقية. اختر قالبًا تسويقيًا أو استخدم الإرسال العادي."
    131_056 Yes
        "Too many messages to this customer in a short time. This one will be sent in a moment."
        "أُرسلت رسائل كثيرة إلى هذا العميل خلال وقت قصير. ستُرسل هذه الرسالة بعد قليل."
    131_057 Yes
        "WhatsApp is working on this number. It will be tried again in a few minutes."
        "يُجري واتساب صيانة لهذا الرقم، وستُعاد المحاولة خلال دقائق."
    131_059 Later
        "The list at Meta has changed meanwhile. Load it again from the start."
        "تغيّرت القائمة لدى ميتا في هذه الأثناء. أعد تحميلها من البداية."
    131_060 No
        "This message can only be seen in the WhatsApp app. Open it on a phone."
        "لا يمكن عرض هذه الرسالة إلا في تطبيق واتساب. افتحها من الهاتف."
    131_061 No
        "This template must be sent as a Meta marketing message. Choose another template."
        "يجب إرسال هذا القالب عبر خدمة الرسائل التسويقية من ميتا. اختر قالبًا آخر."
    131_062 No
        "This message needs the customer's phone number, and only the username is known. Ask the customer for the number."
        "تتطلب هذه الرسالة رقم هاتف العميل، والمتاح هو اسم المستخدم فقط. اطلب الرقم من العميل."
    131_063 No
        "Marketing templates are switched off for this account. Ask an admin to switch them on at Meta."
        "القوالب التسويقية معطّلة لهذا الحساب. اطلب من المسؤول تفعيلها لدى ميتا."
    131_064 Later
        "Meta has limited this account because templates had the wrong category. Correct the templates and wait."
        "قيّدت ميتا هذا الحساب بسبب قوالب مصنّفة في فئة غير صحيحة. صحّح القوالب وانتظر رفع القيد."
    131_065 No
        "A maximum price cannot be set for this customer's country."
        "لا يمكن تحديد سعر أقصى للرسالة في بلد هذا العميل."
    131_070 No
        "Another app is handling this conversation. Take it over first."
        "يتولى تطبيق آخر هذه المحادثة حاليًا. استلم المحادثة أولًا."
    131_201..=131_215 No
        "WhatsApp did not carry out this action on the group. See the details."
        "لم ينفّذ واتساب هذا الإجراء على المجموعة. راجع التفاصيل."
    132_000 No
        "The number of values does not fit the template. Fill in all its variables, or load the templates again."
        "عدد القيم لا يطابق القالب. أكمل جميع المتغيرات أو حدّث قائمة القوالب."
    132_001 No
        "This template does not exist in this language or is not approved. Load the templates again and choose another."
        "هذا القالب غير موجود بهذه اللغة أو غير معتمد. حدّث قائمة القوالب واختر قالبًا آخر."
    132_005 No
        "With these values the text becomes too long for the template. Shorten them."
        "يصبح النص أطول من الحد المسموح في القالب بهذه القيم. اختصرها."
    132_007 No
        "The content breaks WhatsApp's policies. Reword it."
        "يخالف المحتوى سياسات واتساب. أعد صياغته."
    132_008 No
        "A value does not have the form which the template expects. Correct it."
        "صيغة إحدى القيم لا تناسب القالب. صحّحها."
    132_012 No
        "A value is of the wrong kind for the template, or its header file is missing. Correct it."
        "نوع إحدى القيم لا يناسب القالب، أو أن ملف الترويسة غير مرفق. صحّح ذلك."
    132_015 Later
        "Meta has paused this template because of its low quality. Choose another one for now."
        "أوقفت ميتا هذا القالب مؤقتًا لانخفاض جودته. اختر قالبًا آخر حاليًا."
    132_016 No
        "Meta has switched this template off for good because of its low quality. Choose another one."
        "عطّلت ميتا هذا القالب نهائيًا لانخفاض جودته. اختر قالبًا آخر."
    132_018 No
        "A value holds a line break, a tab or too many spaces in a row. Remove them."
        "تحتوي إحدى القيم على سطر جديد أو مسافة جدولة أو مسافات متتالية كثيرة. احذفها."
    132_068 No
        "Meta has blocked this form. Ask an admin to correct it."
        "حظرت ميتا هذا النموذج. اطلب من المسؤول تصحيحه."
    132_069 Later
        "Meta lets this form be sent only a few times an hour for now. Ask an admin to check the form."
        "حدّت ميتا من إرسال هذا النموذج إلى عدد قليل في الساعة. اطلب من المسؤول مراجعة النموذج."
    133_000 Later
        "An earlier removal of this number was not completed. Remove it once more, then register it."
        "لم تكتمل عملية إزالة سابقة لهذا الرقم. أزله مرة أخرى ثم سجّله."
    133_004 Yes
        "WhatsApp's registration service is down at the moment. It will be tried again."
        "خدمة التسجيل في واتساب متوقفة حاليًا، وستُعاد المحاولة تلقائيًا."
    133_005 No
        "The PIN of this number is wrong. Correct it, or reset it at Meta."
        "الرقم السري لهذا الرقم غير صحيح. صحّحه أو أعد تعيينه لدى ميتا."
    133_006 No
        "This number must be verified first. Ask for a code and enter it."
        "يجب التحقق من هذا الرقم أولًا. اطلب رمز التحقق وأدخله."
    133_008 Later
        "Too many wrong PINs. Wait as long as the details say."
        "أُدخل الرقم السري خطأً مرات كثيرة. انتظر المدة المذكورة في التفاصيل."
    133_009 Later
        "The PIN was tried again too soon. Wait as long as the details say."
        "أُعيدت محاولة إدخال الرقم السري بسرعة كبيرة. انتظر المدة المذكورة في التفاصيل."
    133_010 No
        "This number is not registered with WhatsApp. Ask an admin to register it."
        "هذا الرقم غير مسجّل في واتساب. اطلب من المسؤول تسجيله."
    133_015 Later
        "This number was deleted only just now. Wait five minutes before registering it."
        "حُذف هذا الرقم قبل قليل. انتظر خمس دقائق قبل تسجيله."
    133_016 Later
        "This number was registered and removed too often. Wait 72 hours."
        "سُجّل هذا الرقم وأُزيل مرات كثيرة. انتظر 72 ساعة."
    134_011 No
        "The terms for payments on WhatsApp have not been accepted. Ask an admin to accept them."
        "لم تُقبل شروط المدفوعات في واتساب. اطلب من المسؤول قبولها."
    134_100 No
        "Only marketing templates can be sent as Meta marketing messages. Choose one of them."
        "لا تقبل خدمة الرسائل التسويقية من ميتا إلا القوالب التسويقية. اختر واحدًا منها."
    134_101 Later
        "Meta is still preparing this template for marketing. Try again in ten minutes."
        "لا تزال ميتا تجهّز هذا القالب للتسويق. أعد المحاولة بعد عشر دقائق."
    134_102 No
        "This template cannot be sent as a Meta marketing message. Choose another one."
        "لا يمكن إرسال هذا القالب عبر خدمة الرسائل التسويقية من ميتا. اختر قالبًا آخر."
    135_000 No
        "WhatsApp did not understand this message. See the details and correct it."
        "لم يتمكن واتساب من فهم هذه الرسالة. راجع التفاصيل وصحّحها."
    137_000 No
        "The customer may have a new phone. Confirm who they are before sending this."
        "قد يكون العميل غيّر هاتفه. تأكد من هويته قبل إرسال هذه الرسالة."
    138_000..=138_018 No
        "The call could not be made or changed. See the details."
        "تعذّر إجراء المكالمة أو تغييرها. راجع التفاصيل."
    138_038 No
        "The call could not be made or changed. See the details."
        "تعذّر إجراء المكالمة أو تغييرها. راجع التفاصيل."
    139_000..=139_006 No
        "Meta did not accept this change to the form. See the details."
        "لم تقبل ميتا هذا التعديل على النموذج. راجع التفاصيل."
    139_100 No
        "Some customers could not be blocked or unblocked. Only people who wrote in the last 24 hours can be blocked."
        "تعذّر حظر بعض العملاء أو إلغاء حظرهم. لا يمكن حظر إلا من راسلك خلال آخر 24 ساعة."
    139_101 No
        "The block list is full. Unblock somebody first."
        "قائمة الحظر ممتلئة. ألغِ حظر أحدهم أولًا."
    139_102 Yes
        "The block list is being changed elsewhere. It will be tried again."
        "يجري تعديل قائمة الحظر من مكان آخر، وستُعاد المحاولة تلقائيًا."
    139_103 Yes
        "The block list could not be changed at the moment. It will be tried again."
        "تعذّر تعديل قائمة الحظر حاليًا، وستُعاد المحاولة تلقائيًا."
    147_001..=147_005 No
        "WhatsApp did not accept this username. It may be taken or not allowed; choose another one."
        "لم يقبل واتساب اسم المستخدم هذا، فقد يكون محجوزًا أو غير مسموح. اختر اسمًا آخر."
    2_388_019 No
        "There are as many templates as Meta allows. Delete some first."
        "بلغ عدد القوالب الحد الذي تسمح به ميتا. احذف بعضها أولًا."
    2_388_040 No
        "A part of the template is too long. Shorten it."
        "أحد أجزاء القالب أطول من المسموح. اختصره."
    2_388_047 No
        "The header of the template does not have an allowed form. Correct it."
        "صيغة ترويسة القالب غير مسموحة. صحّحها."
    2_388_072 No
        "The body of the template does not have an allowed form. Correct it."
        "صيغة نص القالب غير مسموحة. صحّحها."
    2_388_073 No
        "The footer of the template does not have an allowed form. Correct it."
        "صيغة تذييل القالب غير مسموحة. صحّحها."
    2_388_293 No
        "The template has too many variables for so few words. Add words or remove variables."
        "عدد المتغيرات كبير مقارنةً بطول نص القالب. أضف كلمات أو احذف بعض المتغيرات."
    2_388_299 No
        "A template must not begin or end with a variable. Put words around it."
        "لا يجوز أن يبدأ نص القالب أو ينتهي بمتغيّر. ضع كلمات قبله وبعده."
    2_494_100 Yes
        "WhatsApp is moving this number. It will be tried again in a few minutes."
        "يجري واتساب نقلًا لهذا الرقم، وستُعاد المحاولة خلال دقائق."
    2_593_107 No
        "The earlier messages of this number have been asked for already, which works only once."
        "طُلبت الرسائل السابقة لهذا الرقم من قبل، ولا يمكن طلبها إلا مرة واحدة."
    2_593_108 No
        "Earlier messages can only be asked for within 24 hours of connecting the number."
        "لا يمكن طلب الرسائل السابقة إلا خلال 24 ساعة من ربط الرقم."
    2_593_109 No
        "The business chose not to share its earlier messages."
        "اختار النشاط التجاري عدم مشاركة رسائله السابقة."
}
