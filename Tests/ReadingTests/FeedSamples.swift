// SPDX-License-Identifier: Apache-2.0

/// Feeds as sites write them; all of it made up.
enum FeedSamples {
    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- generated -->
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>The Valley Post &#8212; News</title><link>https://valley.example/</link><language>en-us</language>
        <atom:link href="https://valley.example/feed" rel="self"/><description>All the news</description>
        <item><title>Bridge &amp;amp; road &lt;em&gt;reopen&lt;/em&gt;</title><link>https://valley.example/bridge</link>
        <media:title>Not this one</media:title><dc:creator><![CDATA[Ann Writer]]></dc:creator><dc:creator>Bo Pen</dc:creator>
        <pubDate>Mon, 04 Mar 2024 05:06:07 +0100</pubDate><category><![CDATA[Bridges]]></category><category>bridges</category>
        <category>Roads</category><guid isPermaLink="false">https://valley.example/?p=12</guid><description>A teaser.</description>
        <content:encoded><![CDATA[<h2>Bridge &amp; road reopen</h2><p>The old bridge opened&nbsp;again &amp; the mayor’s ribbon was cut.</p>
        <p>Drivers waited.<br/>All day.</p><div class="share-tools"><a href="#">Share</a></div><img src="https://t.example/1.gif" width="1">
        <p>The post <a href="x">Bridge</a> appeared first on <a href="y">The Valley Post</a>.</p>
        <div class="feedflare"><a href="z"><img src="w"/></a></div>]]></content:encoded></item>
        <item><title>Town votes</title><link>https://valley.example/vote</link><author>bo@valley.example (Bo Pen)</author>
        <pubDate>Tue, 5 Mar 24 10:00 EST</pubDate>
        <description>&lt;p&gt;The town voted on Tuesday &#8212; &amp;quot;yes&amp;quot;, it said.&lt;/p&gt;&lt;p&gt;The count took hours.&lt;/p&gt;</description></item>
        <item><title>Snow</title><guid>https://valley.example/snow</guid><dc:date>2024-03-06T00:00:00Z</dc:date>
        <description>Snow fell on the hills
           all night, AT&amp;T said.</description></item>
        <item><title>Pictures only</title><media:content url="https://valley.example/a.jpg"/></item>
        <item><title>Film</title><media:group><media:description>The film of the day.</media:description></media:group></item>
        </channel></rss>
        """

    static let rdf = """
        <?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://hill.example/"><title>Hill Wire</title><dc:language>de</dc:language>
        <items><rdf:Seq><rdf:li resource="https://hill.example/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://hill.example/1"><title>Der Rat tagt</title><link>https://hill.example/1</link>
        <description>Der Rat der Stadt tagte am Abend.</description><dc:creator>Cy Autor</dc:creator><dc:subject>Rat</dc:subject>
        <dc:date>2024-03-04T05:06:07+01:00</dc:date></item>
        <item rdf:about="https://hill.example/2"><title>Die Brücke</title><description>Die Brücke steht wieder.</description></item>
        </rdf:RDF>
        """

    static let atom = """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://lake.example/"><title type="text">Lake News</title>
        <author><name>The Desk</name></author><updated>2024-03-09T00:00:00Z</updated>
        <entry><title type="html">Ferry &amp;amp; &lt;b&gt;port&lt;/b&gt;</title><link rel="self" href="https://lake.example/api/1"/>
        <link href="https://lake.example/ferry"/><id>tag:lake.example,2024:1</id><published>2024-03-04T05:06:07Z</published>
        <updated>2024-03-05T05:06:07Z</updated><author><name>Di Skipper</name></author><category term="ferries" label="Ferries"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry <em>sails</em> again<br/>at noon &amp; six.</p>
        <ul><li>One</li><li>Two <!-- no --> more</li></ul><figure><img src="a"/><figcaption>A boat.</figcaption></figure><p/><p>End.</p></div></content></entry>
        <entry><title>Harbour: 1 &lt; 2</title><link rel="alternate" href="harbour"/><id>https://lake.example/harbour</id>
        <updated>2024-03-06T05:06:07Z</updated><content type="html">&lt;p&gt;The harbour was dredged.&lt;/p&gt;</content></entry>
        <entry><title>Swan</title><id>urn:3</id><updated>2024-03-07T00:00:00Z</updated><content type="text">Swans &lt;p&gt; were
        seen.</content></entry>
        <entry><title>Fish</title><id>urn:4</id><updated>2024-03-08T00:00:00Z</updated><content type="image/png" src="a.png"/>
        <summary>Fish are back in the lake.</summary></entry></feed>
        """

    static let oldAtom = """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old Hill</title>
        <entry><title mode="escaped" type="text/html">A &amp;amp; B</title><issued>2004-03-04T05:06:07Z</issued><modified>2004-03-05T05:06:07Z</modified>
        <content type="text/html" mode="escaped">&lt;p&gt;One line of old news.&lt;/p&gt;</content></entry></feed>
        """

    static let broken = """
        <rss version="2.0"><channel><title>Rough &nbsp; Feed</title>
        <item><title>Tom & Jerry <3</title><dc:creator>Ed Itor</dc:creator><description><p>One paragraph<br>with a break and &hellip; 2 < 3.<p>Another one.</description></item>
        </wrong>
        <item><title>Cut</title><description><![CDATA[<p>The file ends in the middle of th
        """

    static let jsonFeed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Reef Notes", "language": "en", "authors": [{"name": "Flo Coral"}],
         "items": [
          {"id": "https://reef.example/1", "title": "Reef &amp; sand", "content_html": "<p>The reef\\u2019s <b>colour</b> is back.<\\/p>\\n<p>Divers \\ud83d\\ude00 said \\"so\\".<\\/p>",
           "date_published": "2024-03-04T05:06:07-05:00", "tags": ["reef", "Reef", "sea"]},
          {"id": "2", "url": "https://reef.example/2", "content_text": "Tides 1 < 2 &amp; so on.\\n\\nMore tomorrow.", "authors": [{"name": "Gus Tide"}], "language": "en-AU"},
          {"id": "3", "url": "https://reef.example/3", "title": "Short", "summary": "Only a summary of it."},
          {"id": "4", "title": "Nothing"}]}
        """
}
