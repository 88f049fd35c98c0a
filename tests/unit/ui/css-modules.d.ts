/// <reference path="../../../shared/ui/css-modules.d.ts" />
