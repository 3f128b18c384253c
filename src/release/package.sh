#!/bin/sh
# Makes of the unpacked release what the tools of this machine allow, starts each to see that it works, and says what it made:
#
#   ipsisim-VERSION-linux-x86_64.tar.gz   with a Java of its own, by jlink
#   ipsisim_VERSION-1_amd64.deb           the same as a Debian package, by jpackage
#
# The same sources and the same JDK give the same bytes.
# usage: package.sh VERSION DIRECTORY TIMESTAMP, with JAVA_HOME set; DIRECTORY/ipsisim-VERSION has the unpacked release
set -eu
version=$1
directory=$2
name=ipsisim-$version
tree=$directory/$name/$name
here=$(cd "$(dirname "$0")" && pwd)
system=$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)

say() { printf 'release: %s\n' "$*" >&2; }

# A release that starts, runs a scenario and writes its report.
try() {
    rm -rf "$directory/tried"
    "$1/ipsisim" run "$1/scenarios/minimal.yaml" --report "$directory/tried" >"$directory/tried.txt"
    [ -s "$directory/tried/timeline.png" ]
    rm -rf "$directory/tried" "$directory/tried.txt" "$1"/lib/launcher*
    say "made and tried $2"
}

copy_of_tree() {
    rm -rf "$1"
    mkdir -p "$1"
    cp -R "$tree/." "$1"
}

cp -R "$tree" "$directory/trial"
try "$directory/trial" "$name.zip"
rm -rf "$directory/trial"

if ! [ -x "$JAVA_HOME/bin/jlink" ] || ! [ -d "$JAVA_HOME/jmods" ]; then
    say "no runtime image and no Debian package: $JAVA_HOME has no jlink or no jmods"
    exit 0
fi
image=$directory/$name-$system
copy_of_tree "$image"
modules=$("$JAVA_HOME/bin/jdeps" --print-module-deps --multi-release 17 --ignore-missing-deps "$tree/lib/ipsisim.jar")
# jdk.charsets: terminals in the character sets of the whole world.
"$JAVA_HOME/bin/jlink" --add-modules "$modules,jdk.charsets" --strip-debug --no-header-files --no-man-pages --compress=2 \
    --output "$image/runtime"
try "$image" "$name-$system"
if tar --version 2>/dev/null | grep -q GNU; then
    tar -C "$directory" --sort=name --mtime="$3" --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name-$system" |
        gzip -9n >"$image.tar.gz"
fi

if ! [ -x "$JAVA_HOME/bin/jpackage" ] || ! command -v dpkg-deb >/dev/null || ! command -v fakeroot >/dev/null; then
    say "no Debian package: it takes jpackage, dpkg-deb and fakeroot"
    exit 0
fi
# jpackage packs what is in lib of an image of an application.
package=$directory/deb
rm -rf "$package"
mkdir -p "$package/application" "$package/resources"
cp -R "$image" "$package/application/lib"
for script in control postinst prerm; do
    sed "s/@VERSION@/$version/g; s/@ARCHITECTURE@/$(dpkg --print-architecture)/g" "$here/debian/$script" \
        >"$package/resources/$script"
done
SOURCE_DATE_EPOCH=$(date -u -d "$3" +%s)
export SOURCE_DATE_EPOCH
find "$package/application" -exec touch -h -d "$3" {} +
"$JAVA_HOME/bin/jpackage" --type deb --name ipsisim --app-version "$version" --app-image "$package/application" \
    --resource-dir "$package/resources" --license-file "$tree/LICENSE" --temp "$package/temp" --dest "$package/made" \
    >"$package/log" 2>&1 || {
    cat "$package/log" >&2
    exit 1
}
dpkg-deb -x "$package"/made/*.deb "$package/unpacked"
try "$package/unpacked/opt/ipsisim/lib" "$(basename "$package"/made/*.deb)"
mv -f "$package"/made/*.deb "$directory"
rm -rf "$package"
