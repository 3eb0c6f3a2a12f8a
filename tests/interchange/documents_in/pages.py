"""Pages of ministries as they are saved from a browser: the statement within menus, banners, buttons and other news."""

from __future__ import annotations

from html import escape
from itertools import groupby

from tests.interchange.documents_in.statement import STATEMENT

_AROUND = {
    "en": {
        "site": "Ministry of Culture, Information and Youth Policy",
        "menu": ["Home", "The Ministry", "Activities", "Documents", "Press service", "Contacts"],
        "cookies": "We use cookies so that this site works well. By staying on it you agree to our privacy policy.",
        "accept": "Accept all",
        "share": ["Share", "Facebook", "Telegram", "WhatsApp", "Print"],
        "published": "15 May 2025, 18:40 | Views: 1,204",
        "related": "Other news",
        "news": [
            "The minister opened the renovated theatre in Naryn and met the actors of the regional companies",
            "More than four hundred schools received new books for their libraries this spring",
        ],
        "subscribe": "Subscribe to our newsletter and be the first to read the news of the ministry every morning.",
        "footer": "© 2025 Ministry of Culture. All rights reserved. When materials are used, a link to the site is required.",
    },
    "ru": {
        "site": "Министерство культуры, информации и молодёжной политики",
        "menu": ["Главная", "О министерстве", "Деятельность", "Документы", "Пресс-служба", "Контакты"],
        "cookies": "Мы используем файлы cookie, чтобы сайт работал лучше. "
        "Оставаясь на нём, вы принимаете нашу политику конфиденциальности.",
        "accept": "Принять все",
        "share": ["Поделиться", "Facebook", "Telegram", "WhatsApp", "Печать"],
        "published": "15 мая 2025, 18:40 | Просмотров: 1 204",
        "related": "Другие новости",
        "news": [
            "Министр открыл обновлённый театр в Нарыне и встретился с актёрами областных трупп",
            "Более четырёхсот школ получили этой весной новые книги для своих библиотек",
        ],
        "subscribe": "Подпишитесь на нашу рассылку и первыми читайте новости министерства каждое утро.",
        "footer": "© 2025 Министерство культуры. Все права защищены. При использовании материалов ссылка на сайт обязательна.",
    },
    "kk": {
        "site": "Мәдениет, ақпарат және жастар саясаты министрлігі",
        "menu": ["Басты бет", "Министрлік туралы", "Қызмет", "Құжаттар", "Баспасөз қызметі", "Байланыс"],
        "cookies": "Сайт дұрыс жұмыс істеуі үшін біз cookie файлдарын пайдаланамыз. "
        "Сайтта қалу арқылы сіз құпиялық саясатымызбен келісесіз.",
        "accept": "Бәрін қабылдау",
        "share": ["Бөлісу", "Facebook", "Telegram", "WhatsApp", "Басып шығару"],
        "published": "2025 жылғы 15 мамыр, 18:40 | Қаралды: 1 204",
        "related": "Басқа жаңалықтар",
        "news": [
            "Министр Нарындағы жаңартылған театрды ашып, облыстық труппалардың әртістерімен кездесті",
            "Осы көктемде төрт жүзден астам мектеп кітапханаларына жаңа кітаптар алды",
        ],
        "subscribe": "Біздің жаңалықтар таратылымына жазылып, министрлік жаңалықтарын күн сайын таңертең бірінші болып оқыңыз.",
        "footer": "© 2025 Мәдениет министрлігі. Барлық құқықтар қорғалған. Материалдарды пайдаланғанда сайтқа сілтеме міндетті.",
    },
}


def clauses(tag: str) -> str:
    """Return the statement without its title as HTML; clauses are items of lists that begin where the last one ended."""
    out = []
    for is_clause, group in groupby(STATEMENT[tag][1:], key=lambda part: part[0] > 0):
        parts = list(group)
        if is_clause:
            items = "".join(f"<li>{escape(text)}</li>" for _, text in parts)
            out.append(f'<ol start="{parts[0][0]}">{items}</ol>')
        else:
            out += [f"<p>{escape(text)}</p>" for _, text in parts]
    return "\n".join(out)


def modern(tag: str, body: str | None = None) -> str:
    """Return a page with the elements that HTML has for its parts."""
    around = _AROUND[tag]
    links = "".join(f'<li><a href="/{number}">{text}</a></li>' for number, text in enumerate(around["menu"]))
    share = "".join(f'<a class="share-btn" href="#">{text}</a>' for text in around["share"])
    news = "".join(f'<div class="card"><a href="#"><h3>{text}</h3></a><p>{text}.</p></div>' for text in around["news"])
    return f"""<!DOCTYPE html>
<html lang="{tag}"><head><meta charset="utf-8"><title>{STATEMENT[tag][0][1]} | {around["site"]}</title>
<style>.menu {{ display: flex }}</style><script>window.dataLayer = ["a < b"];</script></head>
<body class="page has-sidebar">
<div id="cookie-consent" class="cookie-bar"><p>{around["cookies"]}</p><button>{around["accept"]}</button></div>
<header class="site-header"><h1 class="logo">{around["site"]}</h1><nav><ul class="menu">{links}</ul></nav></header>
<main>
<nav aria-label="breadcrumb">
<ol class="breadcrumb"><li><a href="/">{around["menu"][0]}</a></li><li>{around["menu"][4]}</li></ol></nav>
<article class="news-detail">
<header><h1>{STATEMENT[tag][0][1]}</h1><div class="meta">{around["published"]}</div></header>
<figure><img src="a.jpg" alt=""><figcaption>{around["site"]}</figcaption></figure>
<div class="text">{body if body is not None else clauses(tag)}</div>
<div class="social-share">{share}</div>
</article>
<section class="related-news"><h2>{around["related"]}</h2>{news}</section>
</main>
<aside class="sidebar"><p>{around["subscribe"]}</p></aside>
<footer><p>{around["footer"]}</p><ul>{links}</ul></footer>
</body></html>"""


def old(tag: str) -> str:
    """Return a page of tables, all of it in a form, as sites made in the years of 2000 serve it; clauses have typed numbers."""
    around = _AROUND[tag]
    links = "".join(f'<td><a href="?{number}">{text}</a></td>' for number, text in enumerate(around["menu"]))
    lines = "<br>\n<br>\n".join(
        f"<b>{escape(text)}</b>" if number == 0 else escape(f"{clause}. {text}" if clause else text)
        for number, (clause, text) in enumerate(STATEMENT[tag])
    )
    news = "".join(f'<tr><td><a href="#">{text}</a></td></tr>' for text in around["news"])
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>x</title></head>
<body bgcolor="#ffffff"><form action="/s"><input name="q"><table width="100%"><tr>{links}</tr></table>
<table><tr><td width="200"><table class="leftmenu">{news}</table></td>
<td><font face="Arial">{lines}</font><br><br><div class="print"><a href="#">{around["share"][4]}</a></div></td></tr></table>
<table class="footer"><tr><td>{around["footer"]}</td></tr></table></form></body></html>"""


def soup(tag: str) -> str:
    """Return a page of divisions alone, whose classes say nothing: the title stands far from the text."""
    around = _AROUND[tag]
    links = "".join(f'<span><a href="/{number}">{text}</a></span>' for number, text in enumerate(around["menu"]))
    news = "".join(f'<div class="x7"><a href="#">{text}</a><div>15.05.2025</div></div>' for text in around["news"])
    return f"""<!doctype html><html><head><meta charset=utf-8></head><body><div id="root"><div class="x1">{links}</div>
<div class="x2"><div class="x3"><div><h1>{STATEMENT[tag][0][1]}</h1></div><div class="x4"><span>2025-05-15 18:40</span>
<span>{around["share"][0]}</span></div><div class="x5"><div class="x6">{clauses(tag)}</div></div></div>
<div class="x8"><div>{around["related"]}</div>{news}</div></div><div class="x9">{links}<div>{around["footer"]}</div></div></div>
</body></html>"""


def blog(tag: str) -> str:
    """Return a page of the kind that blog programs make, with an article within an article's division."""
    around = _AROUND[tag]
    items = "".join(f"<li><a href='#'>{text}</a></li>" for text in (*around["menu"], *around["news"]))
    buttons = "".join(
        f'<li class="share-{number}"><a href="#">{text}</a></li>' for number, text in enumerate(around["share"])
    )
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"></head><body class="single post-template">
<a class="screen-reader-text" href="#content">Skip to content</a><div id="page"><header id="masthead">
<div class="branding"><p class="site-title">{around["site"]}</p></div><nav id="site-nav"><ul>{items}</ul></nav>
</header><div id="content"><div id="primary"><main id="main"><article class="post-7 post"><header class="entry-header">
<h1 class="entry-title">{STATEMENT[tag][0][1]}</h1><div class="entry-meta">15.05.2025</div></header>
<div class="entry-content">{clauses(tag)}<div class="sharedaddy sd-sharing-enabled"><ul>{buttons}</ul></div></div>
<footer class="entry-footer"><span class="tags-links">{around["menu"][4]}</span></footer></article>
<nav class="post-navigation"><a href="#">{around["news"][0]}</a></nav><div id="comments" class="comments-area"><h2>3</h2>
<p>{around["cookies"]}</p></div></main></div><aside id="secondary" class="widget-area"><section><h2>{around["related"]}</h2>
<ul>{items}</ul></section></aside></div><footer id="colophon"><div class="site-info">{around["footer"]}</div></footer></div>
</body></html>"""
