#!/bin/sh
# The system libraries that Qt and the printing of PDFs need. Debian and Ubuntu: installed here by apt.
# Elsewhere: the exact command is printed. Nothing is done when all are there.
set -eu

DEBIAN="libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libgssapi-krb5-2
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-render0 libxcb-shape0
  libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FEDORA="glib2 libglvnd-egl libglvnd-glx libX11 dbus-libs fontconfig freetype libxkbcommon krb5-libs xcb-util-cursor
  xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil libxcb xcb-util libxkbcommon-x11 pango harfbuzz"
MAC="pango harfbuzz"

missing() {
  for name in $DEBIAN; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -q '^installed$' ||
      dpkg-query -W -f '${Provides}\n' 2>/dev/null | grep -qw "$name" || echo "$name"
  done
}

say() {
  echo "Assessor needs some system libraries. Install them with this command, then run make again:" >&2
  echo "  $1" >&2
}

if command -v apt-get >/dev/null 2>&1; then
  wanted=$(missing | tr '\n' ' ')
  [ -n "$wanted" ] || exit 0
  if [ "$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null 2>&1; then as="sudo"; else
    say "apt-get update && apt-get install --no-install-recommends $wanted   (as root)"
    exit 1
  fi
  $as env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  # shellcheck disable=SC2086
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted
elif [ "$(uname)" = Darwin ]; then
  if ! command -v brew >/dev/null 2>&1 || ! brew list $MAC >/dev/null 2>&1; then say "brew install $MAC"; exit 1; fi
elif command -v dnf >/dev/null 2>&1; then
  # shellcheck disable=SC2086
  rpm -q $FEDORA >/dev/null 2>&1 || { say "sudo dnf install $(echo $FEDORA)"; exit 1; }
else
  echo "Assessor needs the libraries of Qt 6 (xcb) and Pango; if something is missing below, install those." >&2
fi
