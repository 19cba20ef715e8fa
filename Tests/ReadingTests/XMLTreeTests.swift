// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

@testable import Reading

@Suite struct `XML` {
    /// The tree in one line: `name{namespace}(children)`, texts in quotation marks.
    private func shape(_ xml: String) throws -> String {
        let tree = try XMLTree(Array(xml.utf8))
        func write(_ index: Int) -> String {
            let node = tree.nodes[index]
            guard node.kind == .element else {
                return (node.kind == .literal ? "c" : "") + "'\(String(decoding: tree.bytes[node.range], as: UTF8.self))'"
            }
            let inner = tree.children(of: index).map(write).joined(separator: " ")
            return node.name + (node.namespace.isEmpty ? "" : "{\(node.namespace)}") + (inner.isEmpty ? "" : "(\(inner))")
        }
        return tree.children(of: 0).map(write).joined(separator: " ") + (tree.isBroken ? " !" : "")
    }

    @Test(arguments: [
        ("<a>x</a>", "a('x')"), ("<a/>", "a"), ("<a b='c'/>", "a"), ("<a><b/>t</a>", "a(b 't')"), ("<a b='>'>x</a>", "a('x')"),
        ("<a>x<!-- <b> -->y</a>", "a('x' 'y')"), ("<a><![CDATA[<b>]]></a>", "a(c'<b>')"), ("<a><![CDATA[]]>x</a>", "a('x')"),
        ("<a><![CDATA[x]]]]><![CDATA[>y]]></a>", "a(c'x]]' c'>y')"), ("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'x'><a/>", "a"),
        ("<!DOCTYPE a [<!ELEMENT a (b)>]><a/>", "a"), ("<a xmlns='u'><b xmlns=''/><c/></a>", "a{u}(b c{u})"),
        ("<p:a xmlns:p='u'><p:b xmlns:p='v'/><p:c/></p:a>", "a{u}(b{v} c{u})"), ("<a><q:b/></a>", "a(b{undeclared:q})"),
        ("<a><dc:b/></a>", "a(b{http://purl.org/dc/elements/1.1/})"), ("<a><b>x</a>", "a(b('x')) !"), ("<a>x</b>y</a>", "a('x' 'y') !"),
        ("<a>x", "a('x') !"), ("<a>1 < 2</a>", "a('1 ' '<' ' 2') !"), ("<a>I <3 it</a>", "a('I ' '<' '3 it') !"), ("<a><!-- x</a>", "a !"),
        ("<a><![CDATA[x</a>", "a(c'x</a>') !"), ("<a b='x>y</a>", "a !"), ("</a>", " !"), ("<ä ö='ü'>x</ä>", "ä('x')"), ("", ""),
    ])
    func `becomes a tree`(xml: String, expected: String) throws { #expect(try shape(xml) == expected) }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "<!doctype a [ <!entity % b SYSTEM 'c'> ]><a/>", String(repeating: "<a>", count: 10_000),
        "<a><!ENTITY b 'c'></a>",
    ])
    func `is refused where it declares entities or is too deep`(xml: String) throws {
        let error = #expect(throws: ReadingError.self) { try XMLTree(Array(xml.utf8)) }
        #expect(error?.code == .broken)
    }

    @Test func `knows attributes, texts and what lies below`() throws {
        let tree = try XMLTree(Array("<r><a x='1 &amp; 2'>b<i>c</i>&lt;<![CDATA[&lt;]]></a><a/><a>z</a></r>".utf8))
        let root = try #require(tree.root)
        let first = try #require(tree.child("a", of: root))
        #expect(tree.attribute("x", of: first) == "1 & 2")
        #expect(tree.text(of: first) == "bc<&lt;")
        #expect(tree.text(of: first, without: ["i"]) == "b<&lt;")
        #expect(tree.every("a", of: root).count == 3)
        #expect(tree.descendants("i", of: root).count == 1)
        #expect(tree.line("a", of: root) == "bc<&lt;")
    }

    static let traps = [
        String(repeating: "</a>", count: 300_000), String(repeating: "<", count: 600_000), String(repeating: "<![CDATA[", count: 100_000),
        String(repeating: "<!--", count: 200_000), "<r>" + String(repeating: "<a><b></a>", count: 100_000),
        "<r " + (0..<500).map { "xmlns:n\($0)='u' " }.joined() + ">" + String(repeating: "<q:a/>", count: 100_000),
        String(repeating: "<a x='", count: 100_000), String(repeating: "<!DOCTYPE a [", count: 50_000),
        String(repeating: "<?x", count: 200_000),
        String(repeating: "<a>", count: 900) + String(repeating: "<b/></c>", count: 100_000),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: traps.indices) func `takes linear time, whatever stands in it`(trap: Int) throws {
        let bytes = Array(Self.traps[trap].utf8)
        let whole = try processorTime { _ = try XMLTree(bytes) }
        #expect(whole < .seconds(10))
    }
}
