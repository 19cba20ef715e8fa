// SPDX-License-Identifier: Apache-2.0

/// Articles as news agencies and news services send them; all of it made up.
enum WireSamples {
    static let nitf = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.3//EN" "nitf-3-3.dtd">
        <nitf xml:lang="en"><head><title>Dam slug</title><docdata><doc-id id-string="X1"/><urgency ed-urg="3"/><date.issue norm="20240304T050607-0500"/>
        <key-list><keyword key="dams"/><keyword key="rivers"/></key-list><doc.copyright holder="River Agency" year="2024"/></docdata>
        <pubdata type="web" name="The River Times" position.section="World"/></head>
        <body><body.head><hedline><hl1>Dam holds, engineers say</hl1><hl2>Water still rising</hl2></hedline>
        <byline>By <person>Hal Stream</person><byttl>Staff Writer</byttl></byline><dateline><location>PORT LAKE</location>
        <story.date norm="20240303">March 3</story.date></dateline><abstract><p>Not text.</p></abstract></body.head>
        <body.content><block><p>PORT LAKE (RA) &#8212; The dam <em>held</em> on <chron norm="20240303">Sunday</chron>, engineers said.</p>
        <media media-type="image"><media-reference source="a.jpg"/><media-caption>The dam at dawn.</media-caption></media>
        <hl2>What is next</hl2><p>Two of <org>Dam &amp; Sons</org>’ gates
          stay shut.</p><ul><li>Gate one</li><li>Gate two</li></ul><table><tr><td>Monday</td><td>7 m</td></tr></table>
        <bq><block><p>“It holds.”</p></block><credit>Ann Gate</credit></bq></block></body.content>
        <body.end><tagline>Contact: x@y.example</tagline></body.end></body></nitf>
        """

    static let message = """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-03-04T06:00:00Z</sent></header><itemSet>
        <packageItem guid="urn:p"><groupSet><group><itemRef residref="urn:1"><title>Ice melts</title></itemRef></group></groupSet></packageItem>
        <newsItem guid="urn:newsml:ice:1" version="2" xml:lang="en-GB"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Ice Press"/>
        <versionCreated>2024-03-04T05:06:07Z</versionCreated><firstCreated>2024-03-04T04:00:00Z</firstCreated><edNote>Do not print.</edNote></itemMeta>
        <contentMeta><contentCreated>2024-03-03T00:00:00Z</contentCreated><located qcode="c:1"><name xml:lang="en">Port Ice</name><broader qcode="c:2"><name>North</name></broader></located>
        <by>By Ida Berg and Jon Floe</by><headline>Ice melts</headline><language tag="en-GB"/><subject qcode="medtop:1"><name>weather</name></subject>
        <subject literal="ice"/><keyword>thaw</keyword></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
        <body><h1>Ice melts</h1><p>The ice on the lake melted on Sunday.</p><p>Skaters &amp; fishers left.</p></body></html></inlineXML></contentSet></newsItem>
        <newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>A picture</headline></contentMeta>
        <contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
        <newsItem guid="https://ice.example/3"><itemMeta><versionCreated>2024-03-05T00:00:00Z</versionCreated></itemMeta><contentMeta><headline>Plain</headline></contentMeta>
        <contentSet><inlineData contenttype="text/plain">First line of it.
        Second line &lt;b&gt; of it.</inlineData></contentSet></newsItem>
        <newsItem guid="urn:4"><contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>
        <hedline><hl1>Inner head</hl1></hedline></body.head><body.content><p>Inner text.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
        </itemSet></newsMessage>
        """

    static let newsML = """
        <?xml version="1.0"?><NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>old.example</ProviderId>
        <DateId>20040304</DateId></NewsIdentifier></Identification><NewsManagement><FirstCreated>20040304T050607+0000</FirstCreated>
        <ThisRevisionCreated>20040305T050607+0000</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Old wire</HeadLine>
        <ByLine>By Kay Old</ByLine><DateLine>ROME</DateLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
        <ContentItem><DataContent><nitf><body><body.content><p>ROME — One paragraph.</p><p>Two.</p></body.content></body></nitf></DataContent></ContentItem>
        </NewsComponent></NewsItem></NewsML>
        """

    static let ninjs1 = """
        {"uri": "http://agency.example/1", "type": "text", "versioncreated": "2024-03-05T05:06:07Z", "firstcreated": "2024-03-04T05:06:07Z",
         "headline": "Storm passes", "byline": "By Lou Gale", "located": "Port Storm", "language": "en", "copyrightholder": "Agency",
         "subject": [{"name": "weather", "code": "medtop:17000000"}], "body_text": "Plain.", "body_html": "<p>The storm passed.</p><p>Roofs\\t&amp; trees fell.</p>",
         "associations": {"a": {"type": "picture", "headline": "A roof", "description_text": "Roof."}}}
        """

    static let ninjs3 = """
        {"uri": "urn:x:2", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text", "versionCreated": "2024-03-04T05:06:07+01:00", "by": "Von Mia Wind",
         "language": "de", "headlines": [{"role": "main", "value": "Der Sturm zog ab"}], "infoSources": [{"name": "dpx"}], "subjects": [{"name": "Wetter"}],
         "bodies": [{"role": "main", "contentType": "text/plain", "value": "Alles flach."}, {"role": "rich", "contentType": "text/html", "value": "<p>Der Sturm zog ab.</p><p>Dächer fielen.</p>"}]}
        """

    static let linked = """
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Moor", "description": "A site"},
         {"@type": "Person", "name": "Ned Moor"}, {"@type": "ReportageNewsArticle", "headline": "Moor &amp; peat", "author": {"@type": "Person", "name": "Ned Moor"},
         "publisher": {"@type": "Organization", "name": "The Moor"}, "datePublished": "2024-03-04", "inLanguage": "en", "keywords": "peat, moor", "articleSection": "Land",
         "mainEntityOfPage": {"@id": "https://moor.example/peat"}, "articleBody": "The moor is wet again.\\nPeat grows a millimetre a year."}]}
        """

    static let newsService = """
        {"status": "ok", "totalResults": 3, "articles": [
         {"source": {"id": null, "name": "Mill News"}, "author": "Oli Mill", "title": "Mill turns", "description": "A teaser", "url": "https://mill.example/1",
          "publishedAt": "2024-03-04T05:06:07Z", "content": "The mill turned for the first time in years.\\r\\nIt ground corn… [+1234 chars]"},
         {"source": {"id": "x", "name": "Mill News"}, "author": null, "title": "Mill stops", "description": "The mill stopped.", "url": "https://mill.example/2", "content": null},
         {"source": {"name": "Mill News"}, "title": "Nothing", "description": null, "url": "https://mill.example/3", "content": ""}]}
        """

    static let lines = """
        {"title": "One", "text": "The first article of the file.", "date": "2024-03-04", "authors": ["Pat One"], "lang": "en"}

        {"headline": "Two", "body": ["First paragraph.", "Second “paragraph”."], "tags": ["a", "b"]}
        {"title": "Broken", "text":
        {"id": 4}
        {"title": {"rendered": "Four &#8211; 4"}, "content": {"rendered": "<p>From a blog\\u2019s interface.</p>"}, "link": "https://blog.example/4", "date_gmt": "2024-03-04T05:06:07"}
        """
}
