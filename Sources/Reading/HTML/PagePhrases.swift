// SPDX-License-Identifier: Apache-2.0

/// Phrases of pages about themselves, in lower case, in the languages that the articles come in.
enum PagePhrases {
    static let labels: Set<String> = [
        "advertisement", "advertisements", "ad", "advertising", "sponsored", "sponsored content", "continue reading below",
        "story continues below advertisement", "story continues below", "article continues below", "article continues after advertisement",
        "article continues below advertisement", "continue reading", "scroll to continue", "skip advertisement", "skip ad",
        "advertisement - scroll to continue", "read more", "read full article", "read the full story", "to read the full story",
        "show more",
        "load more", "loading", "close", "caption", "hide caption", "toggle caption", "enlarge this image", "expand", "share", "share this",
        "share this story", "share this article", "share this post", "share this page", "share on facebook", "share on twitter",
        "share via email", "share this with", "tweet", "tweet this", "click to tweet", "pin it", "print", "print this page", "email",
        "email this", "copy link", "copy link to clipboard", "link copied", "whatsapp", "facebook", "twitter", "linkedin", "reddit",
        "telegram",
        "reply", "like", "like this", "by", "written by", "posted by", "view gallery", "view comments", "comment on this story",
        "comments powered by disqus", "play video", "watch video", "back to gallery", "view full gallery", "see more photos", "listen",
        "listen to this article", "back to top", "skip to content",
        "share your thoughts with friends", "sign in", "log in", "subscribe", "subscribe now", "sign up", "save", "bookmark", "follow",
        "click here to comment", "add your comment", "add a comment", "translate", "image", "photo", "video", "gallery",
        "anzeige", "werbung", "teilen", "artikel teilen", "auf facebook teilen", "kommentieren", "drucken", "weiterlesen", "mehr lesen",
        "publicité", "partager", "partager cet article", "lire aussi", "lire la suite", "imprimer", "répondre",
        "publicidad", "compartir", "comparte", "compartir en facebook", "responder", "imprimir", "leer más", "seguir leyendo",
        "publicidade", "compartilhar", "compartilhe", "continua após a publicidade", "leia mais", "leia também",
        "pubblicità", "condividi", "stampa", "leggi anche", "rispondi", "advertentie", "delen", "lees meer", "lees ook",
        "reklama", "udostępnij", "odpowiedz", "реклама", "поделиться", "ответить", "reklam", "paylaş", "إعلان", "شارك", "广告", "分享", "広告",
    ]

    static let credits: PhraseList = [
        "photo:", "photos:", "photo by ", "photo credit", "photograph by", "photograph:", "photographs by", "image:", "image credit",
        "image source", "images:", "(image:", "(photo:", "(photo by", "picture:", "pictures:", "credit:", "foto:", "fotos:", "bild:",
        "crédit photo", "photo :", "crédits :", "fotografía:", "foto di ", "фото:", "illustration:", "video by ",
    ]

    static let pointers: PhraseList = [
        "read more", "read also", "read:", "read next", "also read", "also:", "related", "see also", "see more", "see:", "more:", "more on",
        "more from", "watch:", "watch more", "watch |", "listen:", "recommended", "don't miss", "must read", "up next", "next:",
        "previous:",
        "click here", "here's why", "mehr zum thema", "lesen sie auch", "lesen sie mehr", "mehr dazu", "siehe auch", "auch interessant",
        "lire aussi", "à lire aussi", "lire également", "voir aussi", "a lire", "lea también", "lee también", "leer más",
        "le puede interesar",
        "vea también", "te puede interesar", "más información", "leia também", "leia mais", "veja também", "saiba mais", "leggi anche",
        "vedi anche", "lees ook", "lees meer", "czytaj także", "czytaj też", "zobacz także", "читайте также", "смотрите также",
        "اقرأ أيضا", "اقرأ المزيد", "延伸阅读", "相关阅读", "関連記事",
    ]

    static let invitations: PhraseList = [
        "sign up", "subscribe", "subscribe to", "follow us", "like us", "join us on", "join our", "download our", "download the app",
        "get our", "get the latest", "get the app", "for the latest stories", "for more stories", "for more news", "never miss",
        "want more", "do you want to be informed", "do you have a news tip", "have a tip", "got a tip", "got a story", "have a story",
        "have something to", "we want to hear", "we'd love to hear", "we'd like to hear", "we would love to hear", "what do you think",
        "let us know", "tell us what you think", "share your thoughts", "share your", "send us", "send your", "write to us",
        "write a letter",
        "email us", "contact us", "contact the author", "contact the reporter", "support our", "support independent", "support us",
        "please support", "please consider", "become a member", "become a subscriber", "become a patron", "donate", "buy me a coffee",
        "if you enjoyed", "if you liked this", "if you found this", "like this article", "like this story", "liked this",
        "like what you", "enjoyed this", "did you like", "thanks for reading", "thank you for reading", "to read the full",
        "to view the full story",
        "this post contains affiliate", "this article contains affiliate", "this post contains references to products", "we may earn",
        "disclosure: ", "disclaimer: ", "click here to", "check out our", "listen to our", "listen and subscribe", "watch our", "visit our",
        "stay up to date", "stay informed", "stay connected", "stay tuned", "keep up with", "already a subscriber", "already a member",
        "melden sie sich", "jetzt anmelden", "folgen sie uns", "folge uns", "abonnieren sie", "jetzt abonnieren", "newsletter",
        "suivez-nous", "abonnez-vous", "inscrivez-vous", "rejoignez", "síguenos", "suscríbete", "suscríbase", "regístrate",
        "siga-nos", "siga o", "inscreva-se", "assine", "clique aqui", "seguici", "iscriviti", "volg ons", "meld je aan",
        "schrijf je in", "obserwuj nas", "zapisz się", "подписывайтесь", "подпишитесь", "bizi takip", "تابعونا", "اشترك", "关注我们",
    ]

    static let invitationsInside: PhraseList = [
        "our newsletter", "to our mailing list", "follow us on", "like us on facebook", "on our facebook page", "sign up for our",
        "sign up here", "subscribe here", "subscribe to our", "sign up for the newsletter", "may receive compensation",
        "may earn a commission", "earn an affiliate commission", "independent review process", "powered by disqus",
        "letters to the editor", "share your views in the comments", "in the comments below", "leave a comment below", "become a member",
        "unseren newsletter", "unserem newsletter", "notre newsletter", "notre lettre d'information", "nuestro boletín", "nossa newsletter",
        "nostra newsletter", "onze nieuwsbrief",
    ]

    static let follow: PhraseList = [
        "follow ", "find ", "like ", "join ", "connect ", "you can follow ", "you can find ", "contact ", "reach ", "email ",
    ]

    static let networks: PhraseList = [
        "twitter", "facebook", "instagram", "linkedin", "youtube", "telegram", "whatsapp", "tiktok", "mastodon", "bluesky", "threads", "@",
    ]

    static let copyrights: PhraseList = [
        "copyright", "©", "(c) ", "ⓒ", "all rights reserved", "alle rechte", "tous droits", "todos los derechos", "todos os direitos",
    ]

    static let copyrightsInside: PhraseList = [
        "all rights reserved", "may not be published, broadcast", "may not be reproduced", "無断転載", "무단전재", "版权所有",
        "alle rechte vorbehalten",
        "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados", "tutti i diritti riservati",
        "все права защищены", "جميع الحقوق محفوظة",
    ]

    static let tags: PhraseList = [
        "tags:", "tags ", "tagged", "filed under", "filed in", "topics:", "categories:", "category:", "keywords:", "posted in", "labels:",
        "schlagwörter:", "schlagworte:", "themen:", "mots-clés", "etiquetas", "temas:", "palavras-chave", "tag:", "hashtags",
    ]

    static let bylines: PhraseList = [
        "by ", "by: ", "written by ", "posted by ", "reported by ", "author: ", "von ", "par ", "por ", "di ", "door ", "автор",
    ]

    static let biographies: PhraseList = [
        " is a ", " is an ", " is the ", " is our ", " covers ", " writes ", " reports ", " has been ", " can be reached", ", is a ",
        ", is an ",
        " ist ", " est ", " es ", " é ", " è ",
    ]

    static let abouts: Set<String> = [
        "about ", "über ", "zu ", "sobre ", "à propos de ", "acerca de ", "su ", "over ", "o autorze ", "об авторе ",
    ]

    /// Without numbers and parentheses.
    static let comments: Set<String> = [
        "comments", "comment", "leave a comment", "leave a reply", "leave your comment", "post a comment", "add a comment", "add comment",
        "write a comment", "join the conversation", "join the discussion", "reader comments", "readers' comments", "view comments",
        "show comments",
        "comments closed", "comments are closed", "responses", "thoughts on", "discussion", "recent comments", "what do you think?",
        "kommentare", "kommentar", "kommentar schreiben", "schreiben sie einen kommentar", "schreibe einen kommentar", "diskussion",
        "commentaires", "commentaire", "laisser un commentaire", "comentarios", "comentario", "deja un comentario", "dejar un comentario",
        "comentários", "comentário", "deixe um comentário", "deixe uma resposta", "commenti", "lascia un commento", "reacties",
        "geef een reactie", "komentarze", "dodaj komentarz", "комментарии", "добавить комментарий", "yorumlar", "تعليقات", "التعليقات",
        "评论",
        "コメント", "댓글",
    ]

    static let related: Set<String> = [
        "related", "related stories", "related articles", "related posts", "related news", "related content", "related topics",
        "related links", "related reading", "related coverage", "you may also like", "you might also like", "you may also be interested in",
        "you might also be interested in", "also on", "read next", "what to read next", "up next", "next up", "more stories", "more news",
        "more on this story", "more on this topic", "more like this", "most read", "most popular", "most viewed", "popular", "trending",
        "trending now", "recommended", "recommended for you", "recommended stories", "recommended reading", "editor's picks",
        "editors' picks",
        "latest news", "latest stories", "recent posts", "recent articles", "top stories", "don't miss", "in this story", "story timeline",
        "mehr zum thema", "das könnte sie auch interessieren", "lesen sie auch", "weitere artikel", "verwandte artikel", "ähnliche artikel",
        "à lire aussi", "lire aussi", "articles similaires", "sur le même sujet", "noticias relacionadas", "te puede interesar",
        "le puede interesar", "artículos relacionados", "más noticias", "lo más leído", "leia também", "veja também",
        "notícias relacionadas",
        "leggi anche", "articoli correlati", "lees ook", "czytaj także", "читайте также", "اقرأ أيضا", "مواضيع ذات صلة", "相关阅读", "関連記事",
    ]

    static let relatedStarts: PhraseList = ["more from ", "more in ", "next up in ", "more stories from ", "also in "]

    static let colophons: Set<String> = [
        "about the author", "about the authors", "about author", "about us", "about this article", "newsletter", "newsletters",
        "our newsletter", "share", "share this", "share this story", "share this article", "share this post", "share this page",
        "posting guidelines", "house rules", "comment policy", "comments policy", "polls", "poll", "tags", "topics", "subscribe",
        "stay connected",
        "follow us", "contact us", "get in touch", "support us", "über den autor", "über die autorin", "zum autor", "sobre el autor",
        "sobre o autor", "à propos de l'auteur", "sull'autore", "over de auteur", "об авторе",
    ]

    static let colophonStarts: PhraseList = [
        "about the author", "sign up for", "subscribe to ", "get our ", "sobre o autor", "missed the main",
    ]

    static let readingTimes: PhraseList = [
        "min read", "minute read", "minutes read", "mins read", "reading time", "read time", "lesezeit", "temps de lecture",
        "tiempo de lectura", "tempo de leitura", "tempo di lettura", "leestijd", "min de lecture", "min. lesezeit", "min lesen",
    ]

    /// Months, days, and the words between them.
    static let dateWords: Set<String> = Set(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun st nd rd th
        updated published posted modified last on at am pm a p m est edt et pst pdt pt cst cdt ct mst gmt utc bst cet cest ist first
        date time ago hours hour minutes minute days day h hrs o of the
        januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag uhr aktualisiert
        veröffentlicht stand erstellt um am vom den der
        janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche publié
        mis jour le à
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado
        domingo publicado actualizado actualización el de del las a
        janeiro fevereiro março maio junho julho setembro outubro novembro dezembro segunda terça quarta quinta sexta feira atualizado em às
        gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre pubblicato aggiornato il alle ore
        januari februari maart mei augustus gepubliceerd bijgewerkt om
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря опубликовано обновлено в
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia opublikowano
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
